/** One record of a member, and what their employer and the branch write each other about them. */
import type { EnrolmentState } from '../../../contracts/enrolment';
import type { ExchangeNoteView, ExchangeSide, MemberRecordView, SharedMemberView } from '../../../contracts/exchange';
import { dayTime, monthDay } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { pointsText, unitName } from '../../../text/passbook/points';
import type { SheetContent } from '../../../text/sheet';
import { monthTitle } from './reviews';

const states: Readonly<Record<EnrolmentState, string>> = {
  asked: '报到还在等网格点头',
  enrolled: '报到了',
  refused: '报到没收下',
};

export function registrationLine({ registration }: MemberRecordView): string {
  if (!registration) return '没有在社区报到';
  const { state, gridName, askedAt } = registration;
  return joinParts(states[state], gridName, monthDay(askedAt));
}

export function bookLine({ unit, balance, count }: MemberRecordView['books'][number]): string {
  return `${unitName(unit)}分 ${pointsText(balance)}，记了 ${count} 次`;
}

export function latestTitle(month: string | undefined): string {
  return month === undefined ? '还没有定下的考评' : `${monthTitle(month)}定下的`;
}

const sides: Readonly<Record<ExchangeSide, string>> = { employer: '单位', community: '社区' };

export function noteLine({ side, name, at }: ExchangeNoteView): string {
  return joinParts(`${sides[side]} ${name}`, dayTime(at));
}

export function sharingLine({ shared, employerName = '单位' }: MemberRecordView): string {
  return shared ? `${employerName}看得到这份档案。` : `${employerName}看不到这份档案。`;
}

/** What agreeing does, on the button. */
export const shareAction = (shared: boolean): string => (shared ? '不给单位看了' : '同意给单位看');
export const sharedResult = (shared: boolean): string => (shared ? '单位看得到了' : '单位看不到了');

export const noteSheet: SheetContent = {
  title: '写给对方',
  line: '单位、社区和本人都看得到',
  choices: [],
  placeholder: '做了什么、想问什么，说具体的',
  requiresWords: true,
  submit: '发过去',
};

export const sentResult = '发过去了';

/** Under a name: where they work, and who is to answer. */
export function sharedLine({ employerName, shared, waitsFor }: SharedMemberView): string {
  const waiting = waitsFor === undefined ? '' : `等${sides[waitsFor]}回话`;
  return joinParts(employerName, shared ? '' : '本人不给看了', waiting);
}
