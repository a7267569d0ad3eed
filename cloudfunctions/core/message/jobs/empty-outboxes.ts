import type { Job, JobProgress } from '../../job/job';
import type { Services } from '../../platform/context';
import type { Collection, Stored } from '../../platform/database';
import { deliverMissing } from '../notify';
import type { Outbox } from '../outbox';

type Sender = Stored & Outbox;

/** A call that is still under way delivers its messages itself; none lasts so long. */
const graceMs = 60_000;
const documentsAtOnce = 50;

/**
 * Looks after every message that a document remembers: who has not got it gets it now, and what everybody has is
 * forgotten. A call that broke off between its write and its delivery, or whose delivery failed, is made good by it.
 * One read of documents, one of inboxes for each 40 people and one write for 50 documents; a message that cannot be
 * delivered keeps no other from being so, and is tried again in each run.
 * It counts documents.
 */
export function emptyOutboxes(collections: readonly Collection<Sender>[]): Job {
  return {
    name: 'outboxes',
    every: 'run',
    waiting: (now) =>
      collections.map((from) => ({ of: from, where: { outboxAt: { lte: lastBefore(now) } }, limit: 1 })),
    async run(services, _record, until): Promise<JobProgress> {
      let done = 0;
      for (const from of collections) done += await emptyAll(services, from, until);
      return { done };
    },
  };
}

const lastBefore = (now: Date): Date => new Date(now.getTime() - graceMs);

async function emptyAll(services: Services, from: Collection<Sender>, until: Date): Promise<number> {
  const before = lastBefore(services.clock.now());
  let done = 0;
  let after: Date | undefined;
  while (services.clock.now() < until) {
    const outboxAt = { ...(after ? { gt: after } : {}), lte: before };
    const found = await services.database.find(from, {
      where: { outboxAt },
      sort: { outboxAt: 'asc' },
      limit: documentsAtOnce,
    });
    done += await emptyPage(services, from, { documents: found, before });
    after = found.at(-1)?.outboxAt;
    if (found.length < documentsAtOnce || !after) break;
  }
  return done;
}

interface Page {
  readonly documents: readonly Sender[];
  readonly before: Date;
}

async function emptyPage(services: Services, from: Collection<Sender>, page: Page): Promise<number> {
  if (await delivered(services, page.documents)) return forget(services, from, page);
  let done = 0;
  for (const document of page.documents)
    if (await delivered(services, [document])) done += await forget(services, from, { ...page, documents: [document] });
  return done;
}

function delivered(services: Services, documents: readonly Sender[]): Promise<boolean> {
  return deliverMissing(
    { ...services, requestId: 'outboxes' },
    documents.flatMap(({ outbox = [] }) => outbox),
  );
}

/** A document that has got more news meanwhile is left as it is: the next run sees to all of them. */
async function forget({ database }: Services, from: Collection<Sender>, { documents, before }: Page): Promise<number> {
  if (documents.length === 0) return 0;
  const where = { _id: { oneOf: documents.map(({ _id }) => _id) }, outboxAt: { lte: before } };
  return database.updateWhere(from, where, { unset: ['outbox', 'outboxAt'] });
}
