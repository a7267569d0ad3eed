import type { MessageKind } from '../../../miniprogram/contracts/message';
import type { SignedIn } from '../access/caller';
import { addToOutbox } from '../message/outbox';
import { outgoingMessages, type Notification, type OutgoingMessage } from '../message/outgoing';
import type { Community } from '../place/community';
import type { ChangeRequest } from './change-request';

/** A change with its news in its outbox, which the write of the change remembers with it. */
export interface AnnouncedChange {
  readonly change: ChangeRequest;
  /** The news of what is done now alone. */
  readonly messages: readonly OutgoingMessage[];
}

function withNews(change: ChangeRequest, at: Date, notifications: readonly Notification[]): AnnouncedChange {
  const messages = outgoingMessages(`${change._id}:${change.state}`, at, notifications);
  return { change: { ...change, ...addToOutbox(change, messages) }, messages };
}

/** The grid worker where the person lives, else the secretary, hears that a change waits. */
export function announceChange(
  community: Pick<Community, 'grids' | 'secretary'>,
  { login }: SignedIn,
  change: ChangeRequest,
): AnnouncedChange {
  const worker = community.grids.find(({ gridId }) => gridId === login.home?.gridId)?.worker;
  const near = worker?.personId === login.personId ? undefined : worker;
  const holder = near ?? community.secretary;
  if (!holder || holder.personId === login.personId) return withNews(change, change.at, []);
  const content = { kind: 'change-asked' as const, name: login.name };
  return withNews(change, change.at, [{ personIds: [holder.personId], content }]);
}

/** Whoever keeps the books and did not ask hears that words are to be erased. */
export function announceErasure(change: ChangeRequest, bookkeepers: readonly string[]): AnnouncedChange {
  const asked = change.erasure?.askedBy.personId;
  const personIds = bookkeepers.filter((keeper) => keeper !== change.personId && keeper !== asked);
  const content = { kind: 'erasure-asked' as const, name: change.before.name };
  return withNews(change, change.at, personIds.length > 0 ? [{ personIds, content }] : []);
}

/** The person hears how it was decided. */
export function announceDecision(change: ChangeRequest): AnnouncedChange {
  const kind: MessageKind = change.state === 'approved' ? 'change-approved' : 'change-refused';
  return withNews(change, change.decision?.at ?? change.at, [{ personIds: [change.personId], content: { kind } }]);
}
