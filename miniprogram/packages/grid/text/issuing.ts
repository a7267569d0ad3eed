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

/** Nobody shall use it any more, and none takes its place. */
export const revokeSheet: SheetContent = {
  title: '停用这张卡',
  line: '再扫，会说不用了，让人打社区电话',
  choices: [
    { value: 'gone', text: '房子拆了，没人住了' },
    { value: 'doubled', text: '多发了一张' },
    { value: 'abused', text: '被人乱用' },
  ],
  placeholder: '',
  requiresWords: false,
  submit: '停用',
};

export function revokeReason(value: string): string {
  return revokeSheet.choices.find((choice) => choice.value === value)?.text ?? value;
}

export function issuedLine(place: string): string {
  return `${place}的卡发好了`;
}

/** `赵慧敏 昨天 10:00 发的 · 大字版`. */
export function issuedCardLine(view: IssuedCardView, nowMs: number): string {
  const { issuedBy, issuedAt, size, state, handedOut } = view;
  const line = joinParts(
    `${issuedBy} ${timeInSentence(ago(issuedAt, nowMs), '发的').trim()}`,
    size === 'large' ? '大字版' : '',
    state === 'open' ? '' : state === 'renewed' ? '已换新' : '已停用',
  );
  return handedOut ? `${line}，交给${handedOut.receivedBy}` : line;
}
