import type { EntryCause, PointUnit, SlipView } from '../../../../miniprogram/contracts/passbook';
import { dayText } from '../../time/shanghai';

const units: Readonly<Record<PointUnit, string>> = {
  organization: '组织生活分',
  service: '服务分',
  courtyard: '楼院长分',
};

const causes: Readonly<Record<EntryCause, string>> = {
  order: '',
  attended: '到会',
  absent: '缺席',
  organised: '台前组织',
  guided: '幕后指导',
  reversal: '冲正',
  correction: '更正',
  vouched: '核实过，办好了',
  tenant: '租户登记',
  visit: '上门走访',
  held: '先扣住',
  collected: '领走了',
  released: '退回',
  opening: '老存折转来',
  grant: '手工记分',
  expired: '到期',
};

/** What is printed on the slip of a month. */
export const monthSlipText = {
  title: (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月存单`,
  owner: ({ name, unit }: Pick<SlipView, 'name' | 'unit'>): string => `${name}  ${units[unit]}`,
  columns: ['第几笔', '日期', '什么事', '分', '余额'],
  opening: '月初余额',
  closing: '月末余额',
  nothing: '这个月没有记账',
  code: '存单码',
  head: (sequence: number): string => (sequence === 0 ? '还没有记过账' : `到第 ${sequence} 笔`),
  fingerprint: '指纹',
  anchor: '封存',
  notAnchored: '印的时候还没有封存',
  anchorFingerprint: '封存的指纹',
  signature: '签名',
  unsigned: '这里不签名',
  publicKey: '公钥',
  keyId: '公钥编号',
  how: '在“每月存单”里点“验存单”，扫这个码或者念存单码；手里有档案的，不联网也能验。',
  page: (number: number, count: number): string => `第 ${number} 页，共 ${count} 页`,
  fileName: (month: string): string => `${month} 存单`,
} as const;

/** `主题党日，到会`; an order speaks for itself. */
export function lineText({ title, cause }: Pick<SlipView['lines'][number], 'title' | 'cause'>): string {
  const word = causes[cause];
  if (word === '' || title === '') return title === '' ? word : title;
  return cause === 'grant' || cause === 'opening' ? `${word}：${title}` : `${title}，${word}`;
}

/** `11-28` */
export const dayOf = (at: string): string => dayText(new Date(at)).slice(5);

/** With a typographic minus, as wide as the plus. */
export const signed = (points: number): string => (points > 0 ? `+${points}` : plain(points));
export const plain = (points: number): string => (points < 0 ? `−${-points}` : String(points));
