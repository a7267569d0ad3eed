import { findingKinds } from '../../../../miniprogram/contracts/finding';
import type { Community } from '../../place/community';
import { communityJob } from '../../place/jobs/community-job';
import type { Services } from '../../platform/context';
import type { Database } from '../../platform/database';
import { noteVacancies } from '../../statistics/vacancies';
import { dayText } from '../../time/shanghai';
import { findingCounts, findings, noFindings, type Finding, type Found } from '../finding';
import { steps } from '../steps';

/**
 * Every night, what is still to be put right in each community: it walks through places, posts, people and open orders,
 * keeps what it finds, lets go of what it does not find again, and counts. It counts findings.
 */
export const findGaps = communityJob({
  name: 'findings',
  async share(services, community, cursor, until) {
    const { database, clock } = services;
    let at = readAt(cursor) ?? { night: dayText(clock.now()), step: 0, after: '' };
    let done = 0;
    for (let step = steps[at.step]; step; step = steps[at.step]) {
      const { found, next } = await step(database, community, at.after);
      done += found.length;
      await keep(database, community, at.night, found);
      at = next === null ? { ...at, step: at.step + 1, after: '' } : { ...at, after: next };
      if (clock.now() >= until) return { done, cursor: JSON.stringify([at.night, at.step, at.after]) };
    }
    await conclude(services, community, at.night);
    return { done };
  },
});

/** Where a walk stands: in whose night, at which step, behind which document. */
interface At {
  readonly night: string;
  readonly step: number;
  readonly after: string;
}

function readAt(cursor: string | null): At | undefined {
  if (cursor === null) return undefined;
  const parts: unknown = JSON.parse(cursor);
  const [night, step, after] = Array.isArray(parts) ? parts.map(String) : [];
  if (night === undefined || step === undefined || after === undefined) return undefined;
  return { night, step: Number(step), after };
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
  await noteVacancies(database, { communityId: _id, vacancies: counts.counts.vacancy, now: clock.now() });
}
