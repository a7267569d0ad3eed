import { audit, type AuditLine } from '../person/audit';
import type { Services } from '../platform/context';
import { derivedId, timeKey } from '../platform/ids';
import { insertMissing } from '../platform/insert-missing';
import type { Export } from './document/export';
import type { NamedRow } from './rules/sort-rows';

/**
 * Notes, before they leave in a file, a look at the whole number of each person on a list, which its owner reads: one
 * line for each, however often the share is done. One write for 99 people.
 */
export async function noteReveals(
  { database }: Pick<Services, 'database'>,
  now: Export,
  rows: readonly NamedRow[],
): Promise<void> {
  const owners = new Set(rows.flatMap(({ ownerId }) => ownerId ?? []));
  const lines = [...owners].flatMap((ownerId) => lineOf(now, ownerId));
  await insertMissing(database, audit, lines);
}

function lineOf({ _id: exportId, communityId, personId, by, reason, createdAt, requests }: Export, ownerId: string) {
  const [request] = requests;
  if (!request) return [];
  const _id = derivedId('v', exportId, ownerId);
  const line: AuditLine = {
    ...{ _id, communityId, kind: 'reveal', at: createdAt, timeKey: timeKey(createdAt, _id), ownerId },
    by: { personId, name: by.name, hat: by.hat },
    listReason: reason ?? '',
    request,
    slot: _id,
  };
  return [line];
}
