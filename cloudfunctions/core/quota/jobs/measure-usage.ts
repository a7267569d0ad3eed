import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import type { Services } from '../../platform/context';
import { collection, type Database, type Stored } from '../../platform/database';
import { noteQuotas } from '../../statistics/quotas';
import { monthText } from '../../time/shanghai';
import { usesOf } from '../read-quotas';
import { estimateBytes } from '../rules/stored-bytes';
import { usages } from '../usage';

/** What is stored grows slowly. */
const measuredEveryMs = 6.5 * 86_400_000;
const sampleSize = 9;

/**
 * Every night, how far the environment's plan is used up, for the desks; once a week, and in the first night of a
 * month, how much is stored, a collection after the other. It counts collections.
 * @param names all collections
 */
export function measureUsage(names: readonly string[]): Job {
  return {
    name: 'usage',
    every: 'night',
    run: (services, record, until) => measure(services, { names, record, until }),
  };
}

interface Share {
  readonly names: readonly string[];
  readonly record: JobRecord | undefined;
  readonly until: Date;
}

async function measure(services: Services, { names, record, until }: Share): Promise<JobProgress> {
  const { database, clock } = services;
  const _id = monthText(clock.now());
  const usage = await database.get(usages, _id);
  const isMeasured = usage?.storedAt && clock.now().getTime() - usage.storedAt.getTime() < measuredEveryMs;
  const begun = record?.cursor ?? null;
  if (isMeasured && begun === null) {
    await noteQuotas(database, usesOf(usage, clock.now()));
    return { done: 0 };
  }
  let done = 0;
  let bytes = begun === null ? 0 : Number(record?.found[0] ?? 0);
  for (const name of names.slice(begun === null ? 0 : names.indexOf(begun) + 1)) {
    bytes += await bytesIn(database, name);
    done += 1;
    if (clock.now() >= until) return { done, cursor: name, found: [String(bytes)] };
  }
  const stored = { storedBytes: bytes, storedAt: clock.now() };
  if ((await database.updateWhere(usages, { _id }, { set: stored })) === 0)
    await database.insert(usages, { _id, calls: 0, ...stored });
  await noteQuotas(database, usesOf({ calls: 0, ...usage, _id, ...stored }, clock.now()));
  return { done };
}

/** Two reads. */
async function bytesIn(database: Database, name: string): Promise<number> {
  const from = collection<Stored>(name);
  const all = { _id: { gt: '' } };
  const [count, sample] = await Promise.all([
    database.count(from, all),
    database.find(from, { where: all, sort: { _id: 'asc' }, limit: sampleSize }),
  ]);
  return estimateBytes(count, sample);
}
