import type { MessageContent } from '../message/notify';
import { addToOutbox } from '../message/outbox';
import { outgoingMessages, type OutgoingMessage } from '../message/outgoing';
import type { Community } from '../place/community';
import type { Enrolment } from './enrolment';

/** An enrolment with its news in its outbox, which the write of it remembers with it. */
export interface Announced {
  readonly after: Enrolment;
  readonly messages: readonly OutgoingMessage[];
}

function withNews(after: Enrolment, personIds: readonly string[], content: MessageContent, at: Date): Announced {
  if (personIds.length === 0) return { after, messages: [] };
  const source = `${after._id}:enrolment:${String(after.revision)}`;
  const messages = outgoingMessages(source, at, [{ personIds, content }]);
  return { after: { ...after, ...addToOutbox(after, messages) }, messages };
}

/** Whoever leads the grid, or works in it, or the secretary hears that somebody wants to be enrolled. */
export function announceAsked(after: Enrolment, { grids, secretary }: Pick<Community, 'grids' | 'secretary'>) {
  const grid = grids.find(({ gridId }) => gridId === after.grid.gridId);
  const other = [grid?.leader, grid?.worker, secretary].find((holder) => holder && holder.personId !== after._id);
  const content = { kind: 'enrolment-asked', name: after.name } as const;
  return withNews(after, other ? [other.personId] : [], content, after.askedAt);
}

/** The member hears how it was decided. */
export function announceDecision(after: Enrolment, at: Date): Announced {
  const kind = after.state === 'enrolled' ? 'enrolled' : 'enrolment-refused';
  return withNews(after, [after._id], { kind, title: after.grid.gridName }, at);
}
