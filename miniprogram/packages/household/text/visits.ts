/** Visits to households, as those who make them read it. */
import { visitOutcomes, type HouseholdView, type VisitDay, type VisitOutcome } from '../../../contracts/visit';
import { choicesOf } from '../../../text/choice';
import { dayName } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { nameApart } from '../../../text/person/name-apart';
import type { SheetContent } from '../../../text/sheet';

const outcomes: Record<VisitOutcome, string> = { well: '都好', help: '有事要帮', absent: '没遇上' };

export function outcomeText(outcome: VisitOutcome): string {
  return outcomes[outcome];
}

export function visitOutcome(value: string): VisitOutcome | undefined {
  return visitOutcomes.find((outcome) => outcome === value);
}

/** What the sheet asks for, with who hears of it and who reads it. */
export const visitSheet: SheetContent = {
  title: '记一次走访',
  line: '只有走访这一户的人看得到',
  choices: choicesOf(visitOutcomes, { ...outcomes, help: '有事要帮，告诉网格员' }),
  placeholder: '下回要记着的，可以不写；别写病情',
  requiresWords: false,
  submit: '记下',
};
export const recordedLine = '记下了';

const dayMs = 86_400_000;
const daysBetween = (day: string, today: string): number => Math.round((Date.parse(today) - Date.parse(day)) / dayMs);
/** `11 月 28 日`, of a day as it is stored. */

/** `李秀兰、郭大勇等 5 人`; who lives there. */
export function residentsLine({ residents, people }: Pick<HouseholdView, 'residents' | 'people'>): string {
  if (people === 0) return '还没登记住的人';
  const names = residents.slice(0, 3).map(nameApart);
  return `${names.join('、')}${people > names.length ? `等 ${people} 人` : ''}`;
}

/** `11 月 20 日 贺玉梅去过`. */
export function lastLine({ last, missed }: Pick<HouseholdView, 'last' | 'missed'>): string {
  const met = last === undefined ? '还没去过' : `${dayAnd(last)}去过`;
  return joinParts(met, missed === undefined ? undefined : `${dayName(missed.day)}没遇上`);
}

function dayAnd({ day, byName }: VisitDay): string {
  return `${dayName(day)} ${byName}`;
}

/** `11 月 27 日前去一次`, or how late it is. */
export function dueLine({ dueDay, last }: Pick<HouseholdView, 'dueDay' | 'last'>, today: string): string {
  const late = daysBetween(dueDay, today);
  if (late > 0 && last !== undefined) return `该去了，晚了 ${late} 天`;
  return late >= 0 ? '该去了' : `${dayName(dueDay)}前去一次`;
}

export function isDue({ dueDay }: Pick<HouseholdView, 'dueDay'>, today: string): boolean {
  return dueDay <= today;
}

export function plannedLine(planned: VisitDay | undefined): string {
  return planned === undefined ? '' : `${dayName(planned.day)} ${planned.byName}打算去`;
}

export const callLabel = (name: string): string => `打给${name}`;
