import type { MessageKind, MessageView } from '../contracts/message';
import { ago, dayTime } from './dates';
import { signed } from './passbook';

type Teller = (message: MessageView) => string;
const about = (message: MessageView): string => (message.title === undefined ? '' : `“${message.title}”`);
const by = (message: MessageView, instead: string): string => message.name ?? instead;

const sentences: Record<MessageKind, Teller> = {
  created: (message) =>
    `${by(message, '一户居民')}点了一张单${about(message)}${message.until === undefined ? '' : `，最晚 ${dayTime(message.until)} 派人`}`,
  offered: (message) =>
    `派给您一张单${about(message)}${message.until === undefined ? '' : `，最晚 ${dayTime(message.until)} 回个话`}`,
  dispatched: (message) => `${by(message, '网格员')}看过${about(message)}，派给了党员`,
  accepted: (message) => `${by(message, '一位党员')}接了${about(message)}`,
  declined: (message) => `${by(message, '一位党员')}去不了${about(message)}，再请一位`,
  completed: (message) => `${by(message, '来帮忙的人')}说${about(message)}办好了，等您点头`,
  solved: (message) => `${about(message)}办好了`,
  closed: (message) => `${about(message)}收尾了`,
  reopened: (message) => `居民说${about(message)}还没解决，再去看看`,
  unsolved: (message) => `居民说${about(message)}还没解决，${by(message, '去的人')}会再去`,
  cancelled: (message) => `${by(message, '点单的人')}撤了${about(message)}，不用去了`,
  refused: (message) => `${about(message)}没能办成，点开看看该找谁`,
  merged: (message) => `${about(message)}和邻居点的并到一起办`,
  transferred: (message) => `${about(message)}转给别处接着办，点开看看`,
  'due-soon': (message) => `${about(message)}快到点了，还没人去`,
  overdue: (message) => `${about(message)}到点没人去，到您这儿了`,
  ruling: (message) => `${about(message)}退了两次，等您定`,
  reminded: (message) => `${by(message, '网格员')}催了一下${about(message)}`,
  points: (message) => `${about(message)}记了 ${signed(message.points ?? 0)} 分`,
  reversal: (message) => `冲正好了：${about(message)}，${signed(message.points ?? 0)} 分`,
  contested: (message) => `${by(message, '一位党员')}对${about(message)}那一笔有异议，等支部回话`,
  'to-sign': (message) => `${by(message, '支部')}提请冲正${about(message)}，等第二个人签字`,
  upheld: (message) => `您的异议支部看过了，${about(message)}这一笔照旧`,
};

/** Where a message leads: to its order, to the lines that wait to be looked at, to the reader's own book. */
export type MessageGoal = 'order' | 'waiting' | 'book';

const goals: Partial<Record<MessageKind, MessageGoal>> = {
  contested: 'waiting',
  'to-sign': 'waiting',
  points: 'book',
  reversal: 'book',
  upheld: 'book',
};

export interface MessageRow {
  readonly messageId: string;
  readonly orderId: string;
  /** '' for one that leads nowhere. */
  readonly goal: MessageGoal | '';
  readonly words: string;
  readonly when: string;
  readonly read: boolean;
}

export const messageRow = (message: MessageView, nowMs: number): MessageRow => ({
  messageId: message.messageId,
  orderId: message.orderId ?? '',
  goal: message.orderId === undefined ? (goals[message.kind] ?? '') : 'order',
  words: sentences[message.kind](message),
  when: ago(message.at, nowMs),
  read: message.read,
});
