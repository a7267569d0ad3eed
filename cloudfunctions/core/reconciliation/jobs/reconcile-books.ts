import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import { raiseAlarm } from '../../passbook/alarm/raise-alarm';
import { passbooks } from '../../passbook/passbook';
import type { Services } from '../../platform/context';
import { checkHead, type Inspect } from '../check-book';
import { inspectBook, inspectTail } from '../inspect-book';
import { KnownAnchors } from '../known-anchors';

const booksAtOnce = 20;

/** One run inspects so many books, however short they are. */
const maxBooks = 60;

/** Broken books that are remembered by id; each has an alarm of its own. */
const brokenLimit = 50;

/**
 * Every night each book's head, and what came since its newest anchor. It counts books, and only reads unless one is
 * broken, so that it may run twice.
 */
export const reconcile: Job = {
  name: 'reconcile',
  every: 'night',
  run: (services, record, until) => inspectBooks(services, record, { until, inspect: inspectTail }),
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
}

/** Some books a run; the next run goes on after the last. */
async function inspectBooks(services: Services, record: JobRecord | undefined, round: Round): Promise<JobProgress> {
  const before = record?.cursor === null ? undefined : record;
  const known = new KnownAnchors(services);
  const broken = [...(before?.found ?? [])];
  let cursor = before?.cursor ?? '';
  let books = 0;
  for (;;) {
    const where = { _id: { gt: cursor } };
    const found = await services.database.find(passbooks, { where, sort: { _id: 'asc' }, limit: booksAtOnce });
    for (const head of found) {
      const isOver = books > 0 && services.clock.now() >= round.until;
      if (books >= maxBooks || isOver) return { done: books, cursor, found: broken.slice(0, brokenLimit) };
      const finding = await checkHead(services, head, { known, inspect: round.inspect });
      if (finding) {
        broken.push(head._id);
        await raiseAlarm(services, finding);
      }
      books += 1;
      cursor = head._id;
    }
    if (found.length < booksAtOnce) return { done: books, cursor: null, found: broken.slice(0, brokenLimit) };
  }
}
