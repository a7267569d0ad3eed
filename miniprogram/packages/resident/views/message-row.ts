import type { MessageKind, MessageView } from '../../../contracts/message';
import { ago } from '../../../text/dates';
import { messageSentence } from '../text/messages';

/**
 * Where a message leads: to its order, to the entries that wait to be looked at, to lines by hand, to the branch's
 * activities, to the reader's own book, to the changes that wait for them, to what the nights found in the books, to
 * their own name and number, to what their points buy, to those who want to be enrolled, to their own enrolment, to who
 * moves in and out, to visits that wait for their word, to who called for help, to complaints of one's own and to those
 * that wait for an answer, to the members whom they visit at home, to who goes from one branch to another, to what
 * waits for somebody to decide whether others read it.
 */
export type MessageGoal =
  | 'order'
  | 'waiting'
  | 'grants'
  | 'activities'
  | 'alarms'
  | 'book'
  | 'changes'
  | 'identity'
  | 'rewards'
  | 'enrolments'
  | 'enrolment'
  | 'moves'
  | 'visits'
  | 'alerts'
  | 'complaints'
  | 'complaintsReceived'
  | 'help'
  | 'branches'
  | 'walkIns'
  | 'withheld';

const goals: Partial<Record<MessageKind, MessageGoal>> = {
  contested: 'waiting',
  'to-sign': 'waiting',
  'roll-to-sign': 'activities',
  'grant-to-sign': 'grants',
  'grant-refused': 'grants',
  granted: 'book',
  opened: 'book',
  'points-expiring': 'book',
  'points-expired': 'book',
  'meeting-announced': 'activities',
  'meeting-moved': 'activities',
  'meeting-called-off': 'activities',
  'home-visit-due': 'help',
  'transfer-asked': 'branches',
  'transfer-agreed': 'branches',
  'transfer-refused': 'branches',
  'leave-asked': 'activities',
  'leave-granted': 'activities',
  'leave-declined': 'activities',
  'walk-in-asked': 'walkIns',
  'walk-in-agreed': 'book',
  'walk-in-refused': 'activities',
  points: 'book',
  vouched: 'book',
  reversal: 'book',
  upheld: 'book',
  'goods-collected': 'book',
  'goods-released': 'book',
  'goods-offered': 'rewards',
  'ledger-alarm': 'alarms',
  'to-confirm': 'changes',
  'change-asked': 'changes',
  'erasure-asked': 'changes',
  'change-approved': 'identity',
  'change-refused': 'identity',
  'enrolment-asked': 'enrolments',
  enrolled: 'enrolment',
  'enrolment-refused': 'enrolment',
  'visit-asked': 'visits',
  'visit-confirmed': 'book',
  'move-asked': 'moves',
  'move-confirmed': 'moves',
  'move-refused': 'moves',
  'complaint-made': 'complaintsReceived',
  'complaint-passed': 'complaintsReceived',
  'complaint-answered': 'complaints',
  'complaint-late': 'complaints',
  'alert-urgent': 'alerts',
  'alert-illness': 'alerts',
  'hiding-appealed': 'withheld',
  'part-waiting': 'withheld',
  'part-overdue': 'withheld',
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

export const noMessage: MessageRow = { messageId: '', orderId: '', goal: '', words: '', when: '', read: true };

export function messageRow(message: MessageView, nowMs: number): MessageRow {
  return {
    messageId: message.messageId,
    orderId: message.orderId ?? '',
    goal: message.orderId === undefined || goals[message.kind] === 'withheld' ? (goals[message.kind] ?? '') : 'order',
    words: messageSentence(message),
    when: ago(message.at, nowMs),
    read: message.read,
  };
}
