/** Thanks on the wall, and what becomes of them before. */
import type { CaseState } from '../../../contracts/moderation';
import { thanksLists, type ThanksList, type ThanksView } from '../../../contracts/thanks';
import { choicesOf, type Choice } from '../../../text/choice';
import { dayTime } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { hideChoices } from '../../../text/order/withheld';
import type { SheetContent } from '../../../text/sheet';

const listNames: Readonly<Record<ThanksList, string>> = {
  wall: '感谢墙',
  toMe: '写给我的',
  own: '我写的',
  waiting: '等着看的',
};

export function listChoices(decides: boolean): readonly Choice<ThanksList>[] {
  return choicesOf(
    thanksLists.filter((list) => decides || list !== 'waiting'),
    listNames,
  );
}

const states: Readonly<Record<CaseState, string>> = {
  waiting: '社区看过才上墙',
  appealed: '社区看过才上墙',
  hidden: '没有上墙',
  shown: '上墙了',
};

const reasonNames = new Map(hideChoices.map(({ value, text }) => [value, text]));

/** Whom it thanks, from where, and where it stands. */
export function thanksLine({ helperNames, gridName, at, state, reason }: ThanksView): string {
  const to = helperNames.length > 0 ? `谢谢${helperNames.join('、')}` : '谢谢来帮忙的人';
  const why = reason === undefined || state !== 'hidden' ? '' : `：${reasonNames.get(reason) ?? ''}`;
  return joinParts(to, gridName, dayTime(at), state ? `${states[state]}${why}` : '');
}

export const showSheet: SheetContent = {
  title: '让大家看',
  line: '有号码、门牌、别人的名字，就在下面写去掉以后的话',
  choices: [],
  placeholder: '不写就照原话',
  requiresWords: false,
  submit: '上墙',
};

export const hideSheet: SheetContent = {
  title: '为什么不上墙',
  line: '写的人看得到，改了可以再交',
  choices: hideChoices.filter(({ value }) => value !== 'portrait' && value !== 'other'),
  placeholder: '',
  requiresWords: false,
  submit: '不上墙',
};

export const shownThanks = '上墙了';
export const hiddenThanks = '不上墙了';
export const sentThanks = '交上去了，社区看过才上墙';
export const emptyThanks = '写一句再交';
