import { pointUnits } from '../../../../miniprogram/contracts/passbook';
import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import { raiseAlarm } from '../../passbook/alarm/raise-alarm';
import { passbooks, type Passbook } from '../../passbook/passbook';
import type { Services } from '../../platform/context';
import { checkHead, type Inspect } from '../check-book';
import { headPages, type HeadPosition } from '../heads';
import { inspectBook, inspectTail } from '../inspect-book';
import { KnownAnchors } from '../known-anchors';
import { soundAtRest } from '../rested-books';

/** Broken books that are remembered by id; each has an alarm of its own. */
const brokenLimit = 50;

/**
 * Every night each book's head, and what came since its newest anchor; of books that rested, many at once. It counts
 * books, and only reads unless one is broken, so that it may run twice.
 */
export const reconcile: Job = {
  name: 'reconcile',
  every: 'night',
  run: (services, record, until) => inspectBooks(services, record, { until, inspect: inspectTail, rest: soundAtRest }),
};

/** Every month each book from its first line. */
export const reconcileWhole: Job = {
  name: 'reconcile-whole',
  every: 'month',
  run: (services, record, until) => inspectBooks(services, record, { until, inspect: inspectBook }),
};

interface Round {
  readonly until: Date;
  readonly inspect: Inspect;
  /** Which of some books need no inspection. */
  readonly rest?: typeof soundAtRest;
}

/** Where a round stands: the community, and behind which of its books it goes on; absent at its beginning. */
interface Stand {
  readonly communityId: string;
  readonly behind?: HeadPosition;
}

/**
 * One community after the other, so that no more than one's anchors are at hand, and in it one book after the other;
 * the next share goes on behind the last.
 */
async function inspectBooks(services: Services, record: JobRecord | undefined, round: Round): Promise<JobProgress> {
  const before = record?.cursor === null ? undefined : record;
  const broken = [...(before?.found ?? [])];
  let stand = standOf(before?.cursor);
  for (let books = 0; ;) {
    const communityId = await nextCommunity(services, stand);
    if (communityId === undefined) return { done: books, cursor: null, found: broken.slice(0, brokenLimit) };
    const behind = communityId === stand.communityId ? stand.behind : undefined;
    for await (const { head, isSound } of walk(services, { communityId, ...(behind && { behind }) }, round)) {
      if (!isSound) broken.push(head._id);
      books += 1;
      const at = { communityId, behind: { unit: head.unit, personId: head.personId } };
      if (services.clock.now() >= round.until)
        return { done: books, cursor: cursorOf(at), found: broken.slice(0, brokenLimit) };
    }
    stand = { communityId };
    if (services.clock.now() >= round.until)
      return { done: books, cursor: cursorOf(stand), found: broken.slice(0, brokenLimit) };
  }
}

/** Every book of a community behind a position; a broken one raises its alarm. */
async function* walk(
  services: Services,
  { communityId, behind }: Stand,
  { inspect, rest }: Round,
): AsyncGenerator<{ readonly head: Passbook; readonly isSound: boolean }> {
  const known = new KnownAnchors(services);
  for await (const heads of headPages(services.database, { communityId }, behind)) {
    const books = await Promise.all(
      heads.map(async (head) => ({ head, leaf: (await known.leavesOf(head, head._id)).at(-1) })),
    );
    const rested = (await rest?.(services.database, books)) ?? new Set<string>();
    for (const head of heads) {
      const finding = rested.has(head._id) ? undefined : await checkHead(services, head, { known, inspect });
      if (finding) await raiseAlarm(services, finding);
      yield { head, isSound: !finding };
    }
  }
}

/**
 * The community whose books were not all walked, else the next one that a head names, be it one that there is or not:
 * a head that was moved elsewhere is looked at, too. One read, or none.
 */
async function nextCommunity({ database }: Services, { communityId, behind }: Stand): Promise<string | undefined> {
  if (behind) return communityId;
  const where = { communityId: { gt: communityId } };
  const [next] = await database.find(passbooks, { where, sort: { communityId: 'asc' }, limit: 1 });
  return next?.communityId;
}

function cursorOf({ communityId, behind }: Stand): string {
  return behind ? `${communityId}|${behind.unit}|${behind.personId}` : communityId;
}

/** What an earlier version left names no community: the round begins anew. */
function standOf(cursor: string | null | undefined): Stand {
  const [communityId = '', unit, personId] = (cursor ?? '').split('|');
  const known = pointUnits.find((one) => one === unit);
  if (known && personId !== undefined) return { communityId, behind: { unit: known, personId } };
  return { communityId: communityId.includes(':') ? '' : communityId };
}
