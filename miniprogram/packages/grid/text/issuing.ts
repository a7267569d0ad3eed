import type { IssuedCardView } from '../../../contracts/card';
import type { Choice } from '../../../text/choice';
import { ago, timeInSentence } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import type { SheetContent } from '../../../text/sheet';

export const sizeChoices: Choice<'normal' | 'large'>[] = [
  { value: 'normal', text: '普通' },
  { value: 'large', text: '大字，给老人' },
];

/** Lost or worn: the old one says that it was renewed. */
export const reissueSheet: SheetContent = {
  title: '补发一张',
  line: '旧卡再扫，会说换了新的',
  choices: [
    { value: 'lost', text: '丢了' },
    { value: 'worn', text: '旧了，看不清' },
    { value: 'moved', text: '换了地方' },
  ],
  placeholder: '',
  requiresWords: false,
  submit: '补发，旧卡作废',
};

export function reissueReason(value: string): string {
  return reissueSheet.choices.find((choice) => choice.value === value)?.text ?? value;
}

export function issuedLine(place: string): string {
  return `${place}的卡发好了`;
}

/** `赵慧敏 昨天 10:00 发的 · 大字版`. */
export function issuedCardLine({ issuedBy, issuedAt, size, state }: IssuedCardView, nowMs: number): string {
  return joinParts(
    `${issuedBy} ${timeInSentence(ago(issuedAt, nowMs), '发的').trim()}`,
    size === 'large' ? '大字版' : '',
    state === 'renewed' ? '已换新' : '',
  );
}
