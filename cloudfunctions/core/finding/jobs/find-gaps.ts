import { findingKinds } from '../../../../miniprogram/contracts/finding';
import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import { communities, type Community } from '../../place/community';
import type { Services } from '../../platform/context';
import type { Database } from '../../platform/database';
import { dayText } from '../../time/shanghai';
import { findingCounts, findings, noFindings, type Finding, type Found } from '../finding';
import { steps } from '../steps';

/**
 * Every night, what is still to be put right in each community: it walks through places, posts, people and open orders,
 * keeps what it finds, lets go of what it does not find again, and counts. Broken off anywhere it goes on there. It
 * counts findings.
 */
export const findGaps: Job = { name: 'findings', every: 'night', run: walk };

/** Where a walk stands: in which community, at which step, behind which document. */
interface At {
  readonly night: string;
  /** '' before the first. */
  readonly communityId: string;
  readonly step: number;
  readonly after: string;
}

async function walk(services: Services, record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const { database, clock } = services;
  let at = readAt(record?.cursor) ?? { night: dayText(clock.now()), communityId: '', step: steps.length, after: '' };
  let community = at.communityId === '' ? undefined : await database.get(communities, at.communityId);
  let done = 0;
  for (;;) {
    const step = community && steps[at.step];
    if (community && step) {
      const { found, next } = await step(database, community, at.after);
      done += found.length;
      await keep(database, community, at.night, found);
      at = next === null ? { ...at, step: at.step + 1, after: '' } : { ...at, after: next };
    } else {
      if (community) await conclude(services, community, at.night);
      community = await nextCommunity(database, at.communityId);
      if (!community) return { done };
      at = { ...at, communityId: community._id, step: 0, after: '' };
    }
    if (clock.now() >= until) return { done, cursor: JSON.stringify([at.night, at.communityId, at.step, at.after]) };
  }
}

function readAt(cursor: string | null | undefined): At | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  const parts: unknown = JSON.parse(cursor);
  const [night, communityId, step, after] = Array.isArray(parts) ? parts.map(String) : [];
  if (night === undefined || communityId === undefined || step === undefined || after === undefined) return undefined;
  return { night, communityId, step: Number(step), after };
}

async function nextCommunity(database: Database, after: string): Promise<Community | undefined> {
  const [next] = await database.find(communities, { where: { _id: { gt: after } }, sort: { _id: 'asc' }, limit: 1 });
  return next;
}

/** One read and one write for a share, and one more write for each that is new. */
async function keep(database: Database, { _id }: Community, night: string, found: readonly Found[]): Promise<void> {
  for (let first = 0; first < found.length; first += 50) {
    const share = found.slice(first, first + 50).map((one): Finding => ({ ...one, communityId: _id, night }));
    const ids = share.map((one) => one._id);
    const known = await database.find(findings, { where: { _id: { oneOf: ids } }, limit: 50 });
    const isKnown = new Set(known.map((one) => one._id));
    if (known.length > 0) await database.updateWhere(findings, { _id: { oneOf: [...isKnown] } }, { set: { night } });
    await Promise.all(share.filter((one) => !isKnown.has(one._id)).map((one) => database.insert(findings, one)));
  }
}

/** What this night did not find again is right now. */
async function conclude({ database, clock }: Services, { _id }: Community, night: string): Promise<void> {
  await database.removeWhere(findings, { communityId: _id, night: { lt: night } });
  const counted = await Promise.all(
    findingKinds.map(async (kind) => [kind, await database.count(findings, { communityId: _id, kind })] as const),
  );
  const counts = { counts: { ...noFindings, ...Object.fromEntries(counted) }, countedAt: clock.now() };
  const changed = await database.updateWhere(findingCounts, { _id }, { set: counts });
  if (changed === 0) await database.insert(findingCounts, { _id, ...counts });
}
