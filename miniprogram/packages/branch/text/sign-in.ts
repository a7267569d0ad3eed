/** Signing in by code: what the host's phone shows, what a member reads, and who walked in elsewhere. */
import type { Choice } from '../../../text/choice';
import type { AttendanceView, WalkInView } from '../../../contracts/activity';
import type { ErrorCode } from '../../../contracts/error';
import type { Output } from '../../../contracts/api';
import { timeOfDay, weekdayTime } from '../../../text/dates';
import { refusalOf } from '../../../text/errors';
import { joinParts } from '../../../text/join';

/** Beneath a code: until when it is taken; before the meeting's hour, from when on. */
export function codeLine(endsAt: Date, from: string, now: Date): string {
  if (now.getTime() < Date.parse(from)) return `${weekdayTime(from)} 起才签得上，码先亮着`;
  const seconds = String(endsAt.getUTCSeconds()).padStart(2, '0');
  return `这个码管到 ${timeOfDay(endsAt.toISOString())}:${seconds}，到点自己换`;
}

/** What signing in came to; of a guest, what their own branch says. */
export function signedInLine({ title, branchName, walkIn }: Output<'activity.signIn'>): string {
  if (walkIn === undefined) return `${title}，您签到了。`;
  const told = {
    asked: '等您的支部同意，同意了才记分。',
    agreed: '您的支部同意了，给您记分。',
    refused: '您的支部没同意，不记分。',
  }[walkIn];
  return `${branchName}的${title}，记您来听了。${told}`;
}

export const notSignCode = '这不是签到码，请扫主持人手机上亮着的那个。';

/** What is missing of somebody who is written in. */
export const walkInMissing = { name: '写上他的全名。', phoneEnd: '后四位是四个数，不知道就空着。' } as const;

/** Why nobody was written in. */
export function walkInRefusal(reply: {
  readonly code: ErrorCode;
  readonly field?: string;
  readonly retryAt?: string;
}): string {
  if (reply.field === 'name') return '社区里没有叫这个名字的党员，看看写得对不对。';
  if (reply.field !== 'phoneEnd') return refusalOf(reply);
  return reply.code === 'INVALID_INPUT' ? '有好几位叫这个名字，写上手机号后四位。' : '后四位对不上，再问问他。';
}

/** Beside a guest in the roll: `快递行业党支部的，等那边同意`. */
export function guestHint({ branchName, state }: NonNullable<AttendanceView['walkIn']>): string {
  const said = { asked: '等那边同意', agreed: '那边同意了', refused: '那边没同意，不记分' }[state];
  return `${branchName}的，${said}`;
}

/** Where a member walked in: `骑手安全学习 · 快递行业党支部 · 11 月 28 日 星期六 9:00 · 小哥驿站`. */
export function walkInLine({ title, branchName, startsAt, placeName }: WalkInView): string {
  return joinParts(title, branchName, weekdayTime(startsAt), placeName);
}

export function walkInDecided({ name, state }: Pick<WalkInView, 'name' | 'state'>): string {
  return state === 'agreed' ? `同意了，告诉${name}了` : `没同意，告诉${name}了`;
}

/** What is said of several at once. */
export const walkInsTogether: readonly Choice[] = [
  { value: 'agree', text: '一起同意' },
  { value: 'refuse', text: '都不同意' },
];
