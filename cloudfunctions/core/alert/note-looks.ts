import { audit, type AuditLine } from '../person/audit';
import type { Services } from '../platform/context';
import { derivedId, timeKey } from '../platform/ids';
import { insertMissing } from '../platform/insert-missing';
import type { Alert } from './alert';

/**
 * Notes that whoever is told next of a call for help sees the whole number of who called, which its owner reads. It
 * comes before they are told, so that no look goes unnoted; repeated, it is the same line. One write, none where nobody
 * is known to have called.
 */
export async function noteLook({ database }: Pick<Services, 'database'>, alert: Alert): Promise<void> {
  const line = lookOf(alert);
  if (line) await insertMissing(database, audit, [line]);
}

function lookOf({ _id: alertId, communityId, by, told, responders, place, updatedAt, requests }: Alert) {
  const next = responders[told - 1];
  const [request] = requests;
  if (!by || by.phone === '' || !next || !request) return undefined;
  const { personId, name, hat = 'gridWorker' } = next;
  const _id = derivedId('v', alertId, personId);
  const line: AuditLine = {
    ...{ _id, communityId, kind: 'reveal', at: updatedAt, timeKey: timeKey(updatedAt, _id), ownerId: by.personId },
    by: { personId, name, hat },
    ...{ alertId, placeLabel: place.label },
    request,
    slot: _id,
  };
  return line;
}
