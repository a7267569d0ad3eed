import type { CardTask, IssuedCardView } from '../../../contracts/card';
import type { Choice } from '../../../text/choice';
import { monthDay } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import type { SheetContent } from '../../../text/sheet';
import { writtenPhone } from '../../../contracts/written-phone';

export const taskChoices: Choice<CardTask>[] = [
  { value: 'print', text: '要印的' },
  { value: 'handOut', text: '印好等着发的' },
];

export const handOutSheet: SheetContent = {
  title: '交给谁了',
  line: '写下接卡人的名字',
  choices: [],
  placeholder: '比如 何秀兰',
  requiresWords: true,
  submit: '记下',
};

export const handedOutLine = '记下了';

/** What the paper says that is to be replaced, or handed out. */
export function paperLine({ paper }: IssuedCardView): string {
  if (!paper) return '还没印过';
  return joinParts(`${monthDay(paper.printedAt)}印的`, `纸上是${paper.holderName ?? ''} ${writtenPhone(paper.phone)}`);
}
