/** Months of a branch, and what they say of a member. */
import type { DayKind } from '../../../contracts/day-kind';
import type {
  ReviewLine,
  ReviewMonth,
  ReviewRowView,
  ReviewState,
  ReviewUnit,
  UnitSums,
} from '../../../contracts/review';
import { dayTime, monthDay } from '../../../text/dates';
import { reviewSourceName } from '../../../text/review-sources';
import { pointsText, signedPoints, unitName } from '../../../text/passbook/points';
import type { Choice } from '../../../text/choice';
import type { SheetContent } from '../../../text/sheet';

/** `2026 年 10 月` */
export function monthTitle(month: string): string {
  return `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`;
}

const stateNames: Readonly<Record<ReviewState, string>> = {
  gathering: '还在记',
  draft: '草稿，等书记定',
  confirmed: '定下了',
};

/** Under the title of a month in the list. */
export function monthLine({ state, people, day }: ReviewLine): string {
  const when = state === 'gathering' ? `，${monthDay(day)}出草稿` : '';
  return `${stateNames[state]}${when}\u00a0· ${people} 人`;
}

/** `按组织生活分 40%、到会 100% 评`; '' where a month is not assessed. */
export function scoringLine({ scoring }: Pick<ReviewLine, 'scoring'>): string {
  if (scoring.length === 0) return '';
  const parts = scoring.map(({ source, weight }) => `${reviewSourceName(source)} ${pointsText(weight)}%`);
  return `按${parts.join('、')}评。年底拿来参考，不自动定好坏。`;
}

/** `考评 12.5`; '' where there is none. */
export function scoreLine(score: number | undefined): string {
  return score === undefined ? '' : `考评 ${pointsText(score)}`;
}

const dayNotes: Readonly<Record<DayKind, string>> = {
  ordinary: '',
  makeUp: '，这天调休要上班，安排在班后',
  holiday: '，这天放假，不要求到场',
  unknown: '，那年的放假安排还没公布',
};

/** On which day the month is confirmed. */
export function dayLine({ day, dayKind }: ReviewLine): string {
  return `${monthDay(day)}，当月最后一个周六${dayNotes[dayKind]}。`;
}

/** Who confirmed it, or when its lines were read. */
export function stateLine({ state, draftedAt, confirmed }: ReviewLine): string {
  if (confirmed) return `${confirmed.name} ${dayTime(confirmed.at)}定下，不再改。`;
  const read = `数到 ${dayTime(draftedAt)}`;
  return state === 'draft' ? `${read}，每天夜里重数一遍，定了才不动。` : `${read}，还没到出草稿的日子。`;
}

/** `组织生活 +8 分，3 次，缺席 1 次` */
export function unitLine(unit: ReviewUnit, sums: UnitSums): string {
  const { points, lateLines, latePoints } = sums;
  const times = sums.times + (sums.lateTimes ?? 0);
  const absences = sums.absences + (sums.lateAbsences ?? 0);
  const parts = [
    `${unitName(unit)} ${signedPoints(points)} 分`,
    `${times} 次`,
    absences > 0 ? `缺席 ${absences} 次` : '',
    lateLines > 0 ? `补记 ${lateLines} 笔 ${signedPoints(latePoints)} 分` : '',
  ];
  return parts.filter(Boolean).join('，');
}

/** What the branch says of somebody's month. */
export function remarkSheet({ name, remark = '' }: Pick<ReviewRowView, 'name' | 'remark'>): SheetContent {
  return {
    title: '写评语',
    line: remark === '' ? `${name}本人看得到` : `原来写的：${remark}`,
    choices: [],
    placeholder: '这个月做了什么',
    requiresWords: false,
    submit: '写上',
  };
}

export const remarkResult = (words: string): string => (words === '' ? '评语去掉了' : '写上了，本人看得到');

/** What confirming does, said before it is done. */
export function confirming(month: string, people: number): string {
  return `定下以后，${monthTitle(month)}这 ${people} 个人的数和评语都不再改，以后补记的算到下一个月。`;
}

export const confirmedResult = '定下了';

/** What is done with several drafts at once. */
export const monthsTogether: readonly Choice[] = [{ value: 'confirm', text: '一起定下' }];

/** Asked once for all that are chosen, before they are confirmed: `2026 年 9 月、2026 年 10 月`. */
export function confirmTogetherSheet(titles: readonly string[]): SheetContent {
  return {
    title: `一起定下 ${titles.length} 个月`,
    line: `${titles.join('、')}：定下以后，数和评语都不再改，以后补记的算到下一个月。没看过的先点开看。`,
    choices: [],
    placeholder: '',
    requiresWords: false,
    submit: '都这样定',
  };
}

export const confirmedTogether = (months: number): string => `定下了 ${months} 个月`;

const monthStates: Readonly<Record<ReviewMonth['state'], string>> = {
  ...stateNames,
  missing: '没有考评',
  ahead: '还没到',
};

export function monthStateName(state: ReviewMonth['state']): string {
  return monthStates[state];
}

/** What a year lacks; '' for nothing. */
export function missingLine(missing: readonly string[]): string {
  if (missing.length === 0) return '';
  const months = missing.map((month) => Number(month.slice(5))).join('、');
  return `${months} 月没有定下的考评，全年的数里缺这几个月。`;
}

/** `李建国 · 2026 年` */
export function yearTitle({ name, year }: { readonly name: string; readonly year: number }): string {
  return `${name}\u00a0· ${year} 年`;
}
