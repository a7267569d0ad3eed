import type { KeptView, ResponsibleBody } from '../../../contracts/privacy';
import { groupedPhone } from '../../../contracts/written-phone';

/** What is kept, and what for. */
export const keptWords = {
  name: { name: '名字', purpose: '来办事的人好称呼您' },
  phone: { name: '电话', purpose: '接了您的单的人看得到，别人看要记下来' },
  home: { name: '住处', purpose: '知道归哪个网格、哪位楼院长' },
  serves: { name: '报到的网格', purpose: '派单找得到您' },
  branch: { name: '党支部', purpose: '存折记在哪个支部' },
  memberClass: { name: '哪一类党员', purpose: '按哪一套标准记分' },
  employer: { name: '工作单位', purpose: '单位只看得到您答应给的' },
  skills: { name: '能帮什么', purpose: '派单时挑得准' },
  hours: { name: '什么时候有空', purpose: '没空的时候不找您' },
  roles: { name: '您说您是', purpose: '片区组服务队用' },
} as const;

export const agreedWords: Readonly<Record<keyof KeptView['agreed'], { name: string; purpose: string }>> = {
  alone: { name: '一个人住', purpose: '为您办事的人知道；在“改名字、号码”那页收回' },
  portrait: { name: '卡上的照片', purpose: '印在您网格的连心卡上；在“我的 · 卡上的照片”收回' },
  centreHousehold: { name: '党员中心户的牌子', purpose: '挂在门口；在“报到”那页收回' },
};

export const provedPhone = (phone: string): string => `${phone}（微信核过）`;
export const hoursKept = '填过';
export const veteran = '退役军人';
export const volunteer = '志愿者';

/** Who answers, a line each; what is not known is left out. */
export function bodyLines({ name, street, phone, address, filingNumber }: ResponsibleBody): readonly string[] {
  return [
    `责任单位：${name}（${street}）`,
    `电话：${groupedPhone(phone)}`,
    `地址：${address}`,
    filingNumber === '' ? '备案号：社区还没填' : `备案号：${filingNumber}`,
  ];
}
