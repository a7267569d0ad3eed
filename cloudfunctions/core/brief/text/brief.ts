import type { BriefView, ShareView, TimesView } from '../../../../miniprogram/contracts/brief';
import type { PointUnit } from '../../../../miniprogram/contracts/passbook';
import { dayText, wallClock } from '../../time/shanghai';

/** Grids and categories that the community has no more. */
export const nameless = '别的';

const unitNames: Readonly<Record<PointUnit, string>> = {
  organization: '组织生活分',
  service: '服务分',
  courtyard: '楼院长分',
};

/** `2026 年 11 月` */
export function monthTitle(month: string): string {
  return `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`;
}

/** `数到 2026-11-28 10:00` */
export function untilText(iso: string): string {
  const at = new Date(iso);
  const { minute } = wallClock(at);
  return `数到 ${dayText(at)} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/** The monthly brief: what was asked for, what came of it, how fast, where, and what else the month had. */
export function briefWords(view: Omit<BriefView, 'words'>, community: string): readonly string[] {
  if (view.until === undefined) return [`${community}${monthTitle(view.month)}还没有数过单子。`];
  return [
    outcomeWords(view, community),
    ...urgentWords(view),
    ...timeWords(view),
    ...shareWords('按网格', view.grids),
    ...shareWords('按事情', view.categories),
    ...otherWords(view),
    howCounted,
  ];
}

function outcomeWords({ month, until = '', orders, helpers, rating }: Omit<BriefView, 'words'>, name: string): string {
  const { created, solved, unrated, unreachable, unsolved } = orders;
  const underWay = created - solved - unrated - unreachable - unsolved;
  const stars = rating ? `${rating.of} 单打了分，平均 ${rating.average} 分（满分 5 分）。` : '';
  return (
    `${name}${monthTitle(month)}，居民提出 ${created} 单（${untilText(until)}）。` +
    `其中居民说办好了 ${solved} 单，${helpers} 人次去办；到期没说话 ${unrated} 单，没联系上 ${unreachable} 单，` +
    `没解决 ${unsolved} 单，还在办 ${underWay} 单。${stars}`
  );
}

function urgentWords({ orders: { urgent, urgentSolved } }: Pick<BriefView, 'orders'>): readonly string[] {
  return urgent === 0 ? [] : [`群众急难事件 ${urgent} 起，办好 ${urgentSolved} 起。`];
}

function timeWords({ accept, close }: Pick<BriefView, 'accept' | 'close'>): readonly string[] {
  const words = [
    ...(accept ? [`从提出到有人接，${timesText(accept)}`] : []),
    ...(close ? [`从提出到居民说办好，${timesText(close)}`] : []),
  ];
  return words.length === 0 ? [] : [`${words.join('；')}。`];
}

/** `一半在 5 小时内，九成在 22 小时内（58 单）` */
export function timesText({ of, half, nineInTen }: TimesView): string {
  return `一半在 ${hoursText(half)}内，九成在 ${hoursText(nineInTen)}内（${of} 单）`;
}

/** Up to three days in hours, then in whole days. */
function hoursText(hours: number): string {
  return hours <= 72 ? `${hours} 小时` : `${Math.ceil(hours / 24)} 天`;
}

function shareWords(title: string, shares: readonly ShareView[]): readonly string[] {
  const shown = shares.filter(({ created }) => created !== null);
  if (shown.length === 0) return [];
  const hidden = shares.length - shown.length;
  const parts = shown.map(
    ({ name, created, solved }) => `${name} ${created} 单${solved === null ? '' : `办好 ${solved} 单`}`,
  );
  return [`${title}：${parts.join('，')}${hidden > 0 ? `；另有 ${hidden} 处数太小，不单列` : ''}。`];
}

function otherWords({ orders, activities, points }: Omit<BriefView, 'words'>): readonly string[] {
  const { wishes, wishesSolved } = orders;
  const words = [
    ...(wishes > 0 ? [`微心愿 ${wishes} 个，圆了 ${wishesSolved} 个`] : []),
    ...(activities.held > 0 ? [`组织活动 ${activities.held} 场，到会 ${activities.present} 人次`] : []),
    ...points.map(
      ({ unit, given, undone }) => `${unitNames[unit]}发了 ${given} 分${undone > 0 ? `、冲掉 ${undone} 分` : ''}`,
    ),
  ];
  return words.length === 0 ? [] : [`${words.join('；')}。`];
}

const howCounted =
  '单子按提出的月份算；撤回、并单、转给外面的不算在提出里。没说话的既不算满意，也不算不满意。' +
  '时间按整小时算，不满一小时算一小时。小于 5 的分项不列，能减出来的也不列。';
