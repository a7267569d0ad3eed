import { addToOutbox } from '../message/outbox';
import { outgoingMessages, type MessageContent, type OutgoingMessage } from '../message/outgoing';
import type { Alert } from './alert';

/** An alert with its news in its outbox, which the write of it remembers with it. */
export interface AnnouncedAlert {
  readonly after: Alert;
  readonly messages: readonly OutgoingMessage[];
}

/**
 * Whoever was just added is told where, and who asks. It rings at once; without a login only as often as other news
 * ring, since nobody knows whose phone it is.
 */
export function announceAlert(alert: Alert): AnnouncedAlert {
  const { need, place, by, told, responders, updatedAt } = alert;
  const next = responders[told - 1];
  if (!next) return { after: alert, messages: [] };
  const content: MessageContent = {
    kind: need === 'illness' ? 'alert-illness' : 'alert-urgent',
    title: place.label,
    ...(by && { name: by.name, urgent: true }),
  };
  const messages = outgoingMessages(`${alert._id}:alert:${told}`, updatedAt, [{ personIds: [next.personId], content }]);
  return { after: { ...alert, ...addToOutbox(alert, messages) }, messages };
}
