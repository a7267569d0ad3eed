import { addToOutbox } from '../message/outbox';
import { outgoingMessages, type Notification, type OutgoingMessage } from '../message/outgoing';
import type { Community } from '../place/community';
import type { Move } from './move';

/** A move with its news in its outbox, which the write of it remembers with it. */
export interface AnnouncedMove {
  readonly after: Move;
  readonly messages: readonly OutgoingMessage[];
}

function withNews(move: Move, at: Date, notifications: readonly Notification[]): AnnouncedMove {
  const messages = outgoingMessages(`${move._id}:move:${move.state}`, at, notifications);
  return { after: { ...move, ...addToOutbox(move, messages) }, messages };
}

/** The grid worker, or whoever leads the grid, or the secretary hears that a move waits. */
export function announceAsked(move: Move, { grids, secretary }: Pick<Community, 'grids' | 'secretary'>): AnnouncedMove {
  const grid = grids.find(({ gridId }) => gridId === move.place.gridId);
  const other = [grid?.worker, grid?.leader, secretary].find(
    (holder) => holder && holder.personId !== move.askedBy.personId,
  );
  const content = { kind: 'move-asked', title: move.place.label, name: move.askedBy.name } as const;
  return withNews(move, move.at, other ? [{ personIds: [other.personId], content }] : []);
}

/** The head hears how it was decided, and what it gave; whoever moved hears that it is registered. */
export function announceDecided(move: Move, at: Date): AnnouncedMove {
  const { state, place, name, direction, personId, award, askedBy } = move;
  const isConfirmed = state === 'confirmed';
  const points = award && 'points' in award ? { points: award.points } : {};
  const toHead: Notification = {
    personIds: [askedBy.personId],
    content: { kind: isConfirmed ? 'move-confirmed' : 'move-refused', title: place.label, name, ...points },
  };
  const toPerson: Notification = {
    personIds: personId === null ? [] : [personId],
    content: { kind: direction === 'in' ? 'moved-in' : 'moved-out', title: place.label },
  };
  return withNews(move, at, isConfirmed && personId !== null ? [toHead, toPerson] : [toHead]);
}
