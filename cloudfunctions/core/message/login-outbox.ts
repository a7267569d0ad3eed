import type { LoginWithInbox } from '../access/login';
import { collection } from '../platform/database';
import type { Outbox } from './outbox';

/** A login with the news that it was made, until a job has seen that everybody heard them. */
export type LoginWithOutbox = LoginWithInbox & Outbox;

export const loginsWithOutbox = collection<LoginWithOutbox>('logins');
