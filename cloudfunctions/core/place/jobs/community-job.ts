import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import type { Services } from '../../platform/context';
import { monthText } from '../../time/shanghai';
import { communities, type Community } from '../community';
import { communityChanges } from '../community-change';

/** A share of the work in one community: where it goes on, or nothing where it is done. */
export interface CommunityShare {
  readonly done: number;
  readonly cursor?: string;
}

export interface CommunityWork {
  readonly name: string;
  /**
   * Does a share of a community's work, and ends soon after `until`.
   * @param cursor what the last share in this community answered; null at its beginning
   */
  share(services: Services, community: Community, cursor: string | null, until: Date): Promise<CommunityShare>;
}

/** What changed while the night before was under way is walked through once more. */
const overlapMs = 24 * 3_600_000;

/** Where a night stands. */
interface Stand {
  /** Communities that changed since are walked through; null for all of them. */
  readonly since: string | null;
  /** The community that the last share was in, or is done with; '' before the first. */
  readonly communityId: string;
  /** Where it goes on in that community; null where it is done. */
  readonly inside: string | null;
}

/**
 * A job that walks each night through the communities in which something changed since the night before, and in the
 * first night of a month through all. A read for each community, and what the work in it costs. Broken off anywhere it
 * goes on there.
 */
export function communityJob(work: CommunityWork): Job {
  return { name: work.name, every: 'night', run: (services, record, until) => walk(services, work, record, until) };
}

async function walk(
  services: Services,
  work: CommunityWork,
  record: JobRecord | undefined,
  until: Date,
): Promise<JobProgress> {
  let stand = standOf(record, services.clock.now());
  let done = 0;
  for (;;) {
    const community = await nextCommunity(services, stand);
    if (!community) return { done };
    const share = await work.share(services, community, stand.inside, until);
    done += share.done;
    stand = { ...stand, communityId: community._id, inside: share.cursor ?? null };
    if (services.clock.now() >= until) return { done, cursor: JSON.stringify(stand) };
  }
}

function standOf(record: JobRecord | undefined, now: Date): Stand {
  const cut = readStand(record?.cursor);
  if (cut) return cut;
  const isWhole = !record || monthText(record.ranAt) !== monthText(now);
  const since = isWhole ? null : new Date(record.ranAt.getTime() - overlapMs).toISOString();
  return { since, communityId: '', inside: null };
}

/** Nothing for what is no stand of this form, as an earlier version left it: the night begins anew then. */
function readStand(cursor: string | null | undefined): Stand | undefined {
  const found = parsed(cursor ?? '');
  if (typeof found !== 'object' || found === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(found));
  const [since, communityId, inside] = ['since', 'communityId', 'inside'].map((name) => fields.get(name) ?? null);
  if (typeof communityId !== 'string') return undefined;
  return {
    since: typeof since === 'string' ? since : null,
    communityId,
    inside: typeof inside === 'string' ? inside : null,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The one that a share was cut short in, else the one behind it. */
async function nextCommunity(
  { database }: Services,
  { since, communityId, inside }: Stand,
): Promise<Community | undefined> {
  if (inside !== null) {
    const same = await database.get(communities, communityId);
    if (same) return same;
  }
  const after = { _id: { gt: communityId } };
  if (since === null) return (await database.find(communities, { where: after, sort: { _id: 'asc' }, limit: 1 }))[0];
  const where = { ...after, at: { gte: new Date(since) } };
  const [changed] = await database.find(communityChanges, { where, sort: { _id: 'asc' }, limit: 1 });
  return changed && (await database.get(communities, changed._id));
}
