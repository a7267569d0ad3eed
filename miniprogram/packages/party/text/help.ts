import { helpKinds, helpLimits, type HelpCaseRow, type HelpKind, type HomeVisitRow } from '../../../contracts/help';
import { choicesOf } from '../../../text/choice';
import { dayName } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import type { SheetContent } from '../../../text/sheet';

/** Who reads what stands here. */
export const helpRule = '特殊党员由班子成员上门走访。这里记的，只有管支部的人、走访帮扶的人和本人看得到。';

const kindNames: Record<HelpKind, string> = { hardship: '困难帮扶', outlook: '思想帮扶' };
export const helpKindName = (kind: HelpKind): string => kindNames[kind];
export const helpKindChoices = choicesOf(helpKinds, kindNames);

export const nobodyVisits = '还没定谁去走访';
export const visitTitle = (day: string, byName: string): string => `${dayName(day)}，${byName}去的`;

/** Who visits somebody, and by when. */
export function visitLine({ visitorName, dueDay, isLate, notSpecial }: HomeVisitRow): string {
  const who = visitorName === undefined ? nobodyVisits : `${visitorName}走访`;
  const when = dueDay === undefined ? '' : isLate ? `${dayName(dueDay)}该去，过了` : `最晚 ${dayName(dueDay)}`;
  return joinParts(who, when, notSpecial ? '不再是特殊党员' : '');
}

export const lastVisitLine = ({ lastDay }: HomeVisitRow): string =>
  lastDay === undefined ? '还没去过' : `上次 ${dayName(lastDay)}`;

export const helperLine = ({ helperName, day }: HelpCaseRow): string =>
  joinParts(`${helperName}帮着`, `${dayName(day)}起`);

export const caseLine = (one: HelpCaseRow): string => joinParts(kindNames[one.kind], helperLine(one));

export const helpMissing = {
  policy: '写一句讲了哪些政策',
  needs: '写一句家里有什么难处，没有就写没有',
  helper: '选一位来帮',
  words: '写一句是什么事',
} as const;

export const helpResults = {
  assigned: '定好了，到日子会提醒走访的人',
  visited: '记下了',
  opened: '开始帮了',
  noted: '记下了',
  closed: '这件帮完了',
} as const;

const noteSheet: SheetContent = {
  title: '记一笔',
  line: '本人也看得到',
  choices: [],
  placeholder: '做了什么，现在怎么样',
  requiresWords: true,
  maxWords: helpLimits.words,
  submit: '记下',
};

const closeSheet: SheetContent = {
  ...noteSheet,
  title: '帮完了',
  line: '写下结果，以后不再改',
  placeholder: '结果怎么样',
  submit: '帮完了',
};

export const caseSheets = { note: noteSheet, close: closeSheet } as const;
