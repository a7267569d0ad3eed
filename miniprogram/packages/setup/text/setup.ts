/** What the pages say on which a community is set up. */
import { limits } from '../../../contracts/limits';
import type { SetupStep } from '../../../contracts/setup';

/** A field of a form: what it is called, and an example of what goes into it. */
interface FieldText<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly placeholder: string;
  readonly type: 'text' | 'number';
  /** Characters that it takes. */
  readonly max: number;
}

export const claimFields = [
  { key: 'code', label: '开通码', placeholder: '12 位', type: 'text', max: limits.setupCode },
  { key: 'communityName', label: '社区', placeholder: '全名', type: 'text', max: limits.officeName },
  { key: 'street', label: '街道', placeholder: '全名', type: 'text', max: limits.officeName },
  { key: 'officePhone', label: '办公电话', placeholder: '带区号', type: 'text', max: limits.typedPhone },
  { key: 'officeAddress', label: '办公地址', placeholder: '门牌', type: 'text', max: limits.officeAddress },
  { key: 'hoursText', label: '上班时间', placeholder: '照卡上写', type: 'text', max: limits.officeHours },
  { key: 'dutyName', label: '值班的人', placeholder: '谁接电话', type: 'text', max: limits.personName },
  { key: 'dutyPhone', label: '值班电话', placeholder: '带区号', type: 'text', max: limits.typedPhone },
  { key: 'name', label: '您的名字', placeholder: '管理员', type: 'text', max: limits.personName },
  { key: 'phone', label: '您的手机', placeholder: '11 位', type: 'number', max: limits.typedPhone },
] as const satisfies readonly FieldText<string>[];
export type ClaimKey = (typeof claimFields)[number]['key'];

export const officeFields = [
  { key: 'officePhone', label: '办公电话', placeholder: '带区号', type: 'text', max: limits.typedPhone },
  { key: 'officeAddress', label: '办公地址', placeholder: '门牌', type: 'text', max: limits.officeAddress },
  { key: 'hoursText', label: '卡上怎么写', placeholder: '照卡上写', type: 'text', max: limits.officeHours },
  { key: 'dutyName', label: '值班的人', placeholder: '谁接电话', type: 'text', max: limits.personName },
  { key: 'dutyPhone', label: '值班电话', placeholder: '带区号', type: 'text', max: limits.typedPhone },
] as const satisfies readonly FieldText<string>[];
export type OfficeKey = (typeof officeFields)[number]['key'];

export const fieldMissing = (label: string): string => `“${label}”还空着`;
export const fieldRefused = (label: string): string => `“${label}”认不出来，改一下再交`;
export const hoursMissing = '至少选一天，关门要晚于开门';
export const officeSaved = '改好了，每张卡上马上就是新的';

export const stepTitles: Readonly<Record<SetupStep, string>> = {
  office: '办公电话和时间',
  grids: '网格和颜色',
  places: '街巷、院落、门牌',
  posts: '谁是网格员',
  people: '居民和党员',
  secretary: '书记用上了微信',
  cards: '连心卡',
};

const todo: Readonly<Record<SetupStep, string>> = {
  office: '填办公电话、值班电话、上班时间',
  grids: '每个网格一种颜色',
  places: '照表格导入，或者一个一个加',
  posts: '每个网格定一个人',
  people: '照表格导入',
  secretary: '先定书记是谁，再请书记用自己的微信打开，在“我的”里点“名册里有我”',
  cards: '发好卡，就能印了',
};

const namesShown = 3;

/** `还差：一网格、二网格` where what is missing has names. */
export function stepLine(step: SetupStep, isDone: boolean, missing: readonly string[]): string {
  if (isDone) return '好了';
  if (missing.length === 0) return todo[step];
  const more = missing.length > namesShown ? `等 ${missing.length} 个` : '';
  return `还差：${missing.slice(0, namesShown).join('、')}${more}`;
}

export function progressLine(doneCount: number, count: number): string {
  return doneCount === count ? '都好了，可以发卡了' : `${count} 步做好了 ${doneCount} 步，做到哪儿都能停`;
}
