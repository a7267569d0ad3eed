/** What others may read of orders, as those read it who decide about it. */
import type { PublicPartView } from '../../../contracts/moderation';
import { dayTime } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import type { SheetContent } from '../../../text/sheet';
import { hideChoices, hidingReason } from '../../../text/order/withheld';

export const nothingWaits = '眼下没有要您看的';

/** Asked before something is kept from others. */
export const hideSheet: SheetContent = {
  title: '不公开',
  line: '写的人会看到理由，可以申诉一次，由另一位来定',
  choices: hideChoices,
  placeholder: '想补一句，写在这儿。选“别的”要写',
  requiresWords: false,
  submit: '不给别人看',
};

export const otherNeedsWords = '选了“别的”，写一句为什么';
export const decidedLines = { shown: '公开了，告诉写的人了', hidden: '不公开，告诉写的人了' } as const;

/** `李秀兰写的，微信拿不准`: whose it is, and how it stands with it. */
export function partState(part: PublicPartView): string {
  const author = part.authorName === '' ? '' : `${part.authorName}${part.kind === 'photo' ? '拍的' : '写的'}`;
  return joinParts(author, stateLine(part));
}

function stateLine(part: PublicPartView): string {
  const { state, since, byName } = part;
  if (state === 'shown') return '';
  if (state === 'waiting') return since === undefined ? '微信拿不准' : `微信拿不准，${dayTime(since)} 起等人看`;
  const reason = hidingReason(part);
  return `${byName ?? '社区'}没给公开${reason === '' ? '' : `：${reason}`}`;
}

/** By when somebody is to decide about it; '' where nobody is asked. */
export function dueLine({ decideBy, late }: PublicPartView): string {
  if (decideBy === undefined) return '';
  return late ? `过了点：${dayTime(decideBy)} 前就该定` : `最晚 ${dayTime(decideBy)} 定下来`;
}

/** What its author says against its being hidden; '' where they said nothing. */
export function appealLine({ state, appeal, authorName }: PublicPartView): string {
  if (appeal === undefined) return '';
  return `${authorName || '写的人'}说：${appeal}${state === 'appealed' ? '' : '（另一位看过了）'}`;
}
