/** What cannot wait for an order, as whoever needs help reads it. */
import type { AlertNeed, RaisedAlert } from '../../../contracts/alert';
import type { ErrorCode } from '../../../contracts/error';
import { emergencyNumbers } from '../../../contracts/limits';
import { timeOfDay } from '../../../text/dates';

const numberNames: Readonly<Record<string, string>> = { 120: '120 急救', 110: '110 报警', 119: '119 火警' };

/** In an illness the ambulance alone; else all of them. */
export function numbersFor(need: AlertNeed): readonly { number: string; text: string }[] {
  const numbers = need === 'illness' ? emergencyNumbers.slice(0, 1) : emergencyNumbers;
  return numbers.map((number) => ({ number, text: numberNames[number] ?? number }));
}

interface Reached {
  readonly worker: string;
  readonly isWorker: boolean;
  readonly isKnown: boolean;
}

/** What the one tap does, said before it is done. */
export function tellNote({ worker, isWorker, isKnown }: Reached): string {
  const who = worker === '' ? '社区的人' : worker;
  const also = isWorker ? `点一下就拨过去，同时告诉${who}您在找` : `下班了，电话有人值班；也马上告诉${who}`;
  return `${also}。${isKnown ? '对方会看到您的名字和电话' : '您没登录，对方只看到是哪一处的卡'}。`;
}

export function toldLine({ at, toldName, again }: RaisedAlert): string {
  if (toldName === undefined) return '电话有人接，请在电话里说清在哪儿。';
  return again ? `${timeOfDay(at)} 已经告诉${toldName}了。` : `告诉${toldName}了，${timeOfDay(at)}。`;
}

export const tellingLine = '正在告诉网格员……';

/** So often a day one phone tells somebody; to call is never limited. */
export function untoldBy(code: ErrorCode): string {
  return code === 'TOO_MANY' ? '今天告诉过好几次了，请直接打电话。' : '消息没发出去，电话照样能打。';
}
