import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { grantMessages } from './grant';
import { listMessages } from './list';
import { markMessagesRead } from './mark-read';

/** Inbox and subscription messages. */
export const messageEndpoints = {
  'message.list': listMessages,
  'message.markRead': markMessagesRead,
  'message.grant': grantMessages,
} satisfies Partial<Routes<Caller>>;
