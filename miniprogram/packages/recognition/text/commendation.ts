/** Who is commended, and by which rule. */
import type { CommendationRule, CommendationView, CommendedView } from '../../../contracts/recognition';
import { dayTime } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import type { SheetContent } from '../../../text/sheet';
import { periodTitle } from './periods';

export function commendationTitle(period: string): string {
  return `${periodTitle(period)}表扬名单`;
}

/** The rule, as anybody can recompute it. */
export function ruleLine({ meetings, services }: CommendationRule): string {
  const parts = [
    meetings > 0 ? `到会 ${meetings} 次以上` : '',
    services > 0 ? `服务 ${services} 次以上` : '',
    '没有无故缺席的，都上名单',
  ];
  return `${parts.filter(Boolean).join('，')}。数从定下的考评来。`;
}

export function commendationState({ approved, mayApprove }: CommendationView): string {
  if (approved) return `${approved.name} ${dayTime(approved.at)}定下。`;
  return mayApprove ? '这是草稿，您定了支部才看得到。' : '这是草稿，书记定了支部才看得到。';
}

export function commendedLine({ meetings, services }: CommendedView): string {
  return joinParts(`到会 ${meetings} 次`, `服务 ${services} 次`);
}

/** Months that a year lacks; '' for none. */
export function lackingLine(missing: readonly string[]): string {
  if (missing.length === 0) return '';
  return `缺 ${missing.map((month) => Number(month.slice(5))).join('、')} 月，那几个月没有定下的考评。`;
}

export function leftOutLine({ leftOut }: CommendationView): string {
  return leftOut ? `没列上的：${leftOut.names.join('、')}。${leftOut.reason}` : '';
}

export function approveSheet(people: number, leftOut: number): SheetContent {
  return {
    title: `定下名单，${people} 人`,
    line: leftOut === 0 ? '定了支部就看得到，不再改' : `${leftOut} 人不列，为什么只有管账的人看得到`,
    choices: [],
    placeholder: leftOut === 0 ? '' : '为什么不列',
    requiresWords: leftOut > 0,
    submit: '定下',
  };
}

export const approvedResult = '名单定下了';
