/** What a branch decides on points beyond attendance. */
import type { BranchPointChange, BranchPointSetting } from '../../../contracts/branch-points';
import { dayTime } from '../../../text/dates';

/** Points at the end of a year that are all carried over (`allCarriedOver` of the functions). */
const keepsAll = 99_999;

const meanings: Readonly<Record<BranchPointSetting, readonly [meaning: string, unit: string]>> = {
  contestDays: ['记账后几天内能提异议', '天'],
  grantCap: ['一个人一个月最多手工记几分', '分'],
  pairCap: ['同两个人一个点一个签，一个月几次', '次'],
  organizationMonths: ['组织生活分过几个月到期，0 就不到期', '月'],
  organizationCarryOver: ['组织生活分年底最多留几分，99999 就都留着', '分'],
  serviceMonths: ['服务分过几个月到期，0 就不到期', '月'],
  serviceCarryOver: ['服务分年底最多留几分，99999 就都留着', '分'],
};

export const pointMeaning = (setting: BranchPointSetting): string => meanings[setting][0];
export const pointUnit = (setting: BranchPointSetting): string => meanings[setting][1];
export const pointRange = ({ min, max }: { readonly min: number; readonly max: number }): string =>
  `${min} 到 ${max} 的整数`;
export const pointProblem = (setting: BranchPointSetting, range: string): string =>
  `“${pointMeaning(setting)}”要填 ${range}。`;

export const pointsLine = (isOwn: boolean): string => (isOwn ? '积分规矩：用支部自己定的' : '积分规矩：用社区定的');

/** What a number is for in words, without what to type for it. */
const shortMeaning = (setting: BranchPointSetting): string => pointMeaning(setting).replace(/，(?:0|99999) 就.*$/, '');

/** `记账后几天内能提异议：15 天`, `服务分过几个月到期：不到期` */
export function pointLine(setting: BranchPointSetting, value: number): string {
  const words = wordsOf(setting, value) ?? `${value} ${pointUnit(setting)}`;
  return `${shortMeaning(setting)}：${words}`;
}

/** Numbers that stand for no limit. */
function wordsOf(setting: BranchPointSetting, value: number): string | null {
  if (setting.endsWith('Months') && value === 0) return '不到期';
  return setting.endsWith('CarryOver') && value === keepsAll ? '都留着' : null;
}

/** `11 月 23 日 9:12 王建国：记账后几天内能提异议，社区定的 → 15` */
export function pointChangeLine({ setting, from, to, at, name }: BranchPointChange): string {
  const text = (value: number | undefined): string =>
    value === undefined ? '社区定的' : (wordsOf(setting, value) ?? String(value));
  return `${dayTime(at)} ${name}：${shortMeaning(setting)}，${text(from)} → ${text(to)}`;
}
