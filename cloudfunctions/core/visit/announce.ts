import { addToOutbox } from '../message/outbox';
import { outgoingMessages, type Notification, type OutgoingMessage } from '../message/outgoing';
import type { Community } from '../place/community';
import type { VisitPlan } from './plan';
import type { Visit } from './visit';

/** A visit with its news in its outbox, which the write of it remembers with it. */
export interface AnnouncedVisit {
  readonly after: Visit;
  readonly messages: readonly OutgoingMessage[];
}

function withNews(visit: Visit, at: Date, notifications: readonly Notification[]): AnnouncedVisit {
  const told = notifications.filter(({ personIds }) => personIds.length > 0);
  const state = visit.confirmation?.state ?? 'made';
  const messages = outgoingMessages(`${visit._id}:visit:${state}`, at, told);
  return { after: { ...visit, ...addToOutbox(visit, messages) }, messages };
}

/** The grid worker hears where something is to be done; who lives there hears of a visit that waits for their word. */
export function announceVisit(
  visit: Visit,
  { residents }: Pick<VisitPlan, 'residents'>,
  community: Pick<Community, 'grids'> | undefined,
): AnnouncedVisit {
  const { label: title, day, by } = visit;
  const about = { title, name: by.name, day };
  const worker = community?.grids.find(({ gridId }) => visit.scopes.includes(gridId))?.worker;
  const others = (personIds: readonly string[]) => personIds.filter((personId) => personId !== by.personId);
  return withNews(visit, visit.at, [
    {
      personIds: others(worker && visit.outcome === 'help' ? [worker.personId] : []),
      content: { kind: 'visit-help', ...about },
    },
    {
      personIds: others(visit.waiting ? residents.map(({ personId }) => personId) : []),
      content: { kind: 'visit-asked', ...about },
    },
  ]);
}

/** The courtyard head hears that their visit was confirmed, and what it gave. */
export function announceConfirmed(visit: Visit, at: Date): AnnouncedVisit {
  const { confirmation, label: title, day, by } = visit;
  if (confirmation?.state !== 'confirmed') return { after: visit, messages: [] };
  const { award } = confirmation;
  const points = award && 'points' in award ? { points: award.points } : {};
  const name = confirmation.by?.name ?? '';
  return withNews(visit, at, [
    { personIds: [by.personId], content: { kind: 'visit-confirmed', title, name, day, ...points } },
  ]);
}
