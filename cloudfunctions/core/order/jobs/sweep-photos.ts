import { limits } from '../../../../miniprogram/contracts/limits';
import type { Job, JobProgress } from '../../job/job';
import { people } from '../../person/person';
import { uploadRecords, type UploadRecord } from '../../photo/upload-record';
import type { Services } from '../../platform/context';
import { collection } from '../../platform/database';
import { heldFiles } from '../document/held-files';
import type { Order } from '../document/order';

/** A call that stores photographs, and the one that repeats it, are long over then. */
const graceMs = 24 * 3_600_000;
/** As many records as one removal of 50 files takes, with a copy and an original for each photograph. */
const recordsAtOnce = Math.floor(50 / (2 * limits.photos));

/** Orders as the job reads them; whatever else holds a photograph is a person with a portrait. */
type Holder = Pick<Order, '_id' | 'photos' | 'evidence' | 'helpers' | 'closed'>;
const holders = collection<Holder>('orders');
const unread = ['trail', 'offers', 'words', 'outbox', 'requests', 'rating'];

/**
 * Every night, removes photographs whose call ended without naming them, those that an order named and no longer does
 * (what proved the work of one that was reopened), portraits that nobody has any longer, and originals that are left.
 * Records of orders that are open, and of portraits, are looked at again the night after. At most three reads, one
 * removal of files and two writes for 8 records; it counts records.
 */
export const sweepPhotos: Job = { name: 'photos', every: 'night', run: sweep };

async function sweep(services: Services, _record: unknown, until: Date): Promise<JobProgress> {
  const now = services.clock.now();
  const before = new Date(now.getTime() - graceMs);
  let done = 0;
  for (;;) {
    const found = await services.database.find(uploadRecords, {
      where: { at: { lt: before } },
      sort: { at: 'asc' },
      limit: recordsAtOnce,
    });
    if (found.length > 0) await sweepPage(services, found, now);
    done += found.length;
    if (found.length < recordsAtOnce) return { done };
    if (services.clock.now() >= until) return { done, cursor: '' };
  }
}

/** Files go before their records, so that a share that breaks off is done once more. */
async function sweepPage({ database, storage }: Services, records: readonly UploadRecord[], now: Date): Promise<void> {
  const holderIds = [...new Set(records.map(({ holderId }) => holderId))];
  const found = await database.find(holders, {
    where: { _id: { oneOf: holderIds } },
    limit: records.length,
    exclude: unread,
  });
  const others = holderIds.filter((id) => !found.some(({ _id }) => _id === id));
  const shown =
    others.length === 0
      ? []
      : await database.find(people, { where: { _id: { oneOf: others } }, limit: records.length });
  const held = new Set([...found.flatMap(heldFiles), ...shown.flatMap(({ portrait }) => portrait?.fileId ?? [])]);
  const unused = records.flatMap(({ cleanIds, originalIds }) => [
    ...cleanIds.filter((fileId) => !held.has(fileId)),
    ...originalIds,
  ]);
  await storage.remove([...new Set(unused)]);
  const open = new Set([...found.filter(({ closed }) => !closed), ...shown].map(({ _id }) => _id));
  const isAgain = ({ holderId, cleanIds }: UploadRecord): boolean =>
    open.has(holderId) && cleanIds.some((fileId) => held.has(fileId));
  const again = records.filter(isAgain).map(({ _id }) => _id);
  const over = records.filter((record) => !isAgain(record)).map(({ _id }) => _id);
  if (again.length > 0) await database.updateWhere(uploadRecords, { _id: { oneOf: again } }, { set: { at: now } });
  if (over.length > 0) await database.removeWhere(uploadRecords, { _id: { oneOf: over } });
}
