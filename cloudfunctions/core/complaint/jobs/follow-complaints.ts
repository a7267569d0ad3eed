import type { Job, JobProgress } from '../../job/job';
import { deliver } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import { outgoingMessages, type Notification } from '../../message/outgoing';
import { communities } from '../../place/community';
import type { Services } from '../../platform/context';
import type { Where } from '../../platform/database';
import { complaints, type Complaint } from '../complaint';
import { readReceivers } from '../holders';
import { receiverWhenLate, told } from '../rules/receiver';

const atOnce = 50;

/**
 * Passes a complaint that nobody answered in time on to the inspector, tells who wrote it, and forgets what was
 * answered long ago. One read for 50; of each that is late 2 reads and 1 write more. It counts complaints.
 */
export const followComplaints: Job = {
  name: 'complaints',
  every: 'run',
  waiting: (now) => [
    { of: complaints, where: lateBy(now), limit: 1 },
    { of: complaints, where: oldBy(now), limit: 1 },
  ],
  async run(services, _record, until): Promise<JobProgress> {
    return { done: (await passOn(services, until)) + (await forget(services, until)) };
  },
};

const lateBy = (now: Date): Where => ({ nextAt: { gt: new Date(0), lte: now } });
const oldBy = (now: Date): Where => ({ keepUntil: { gt: new Date(0), lte: now } });

async function passOn(services: Services, until: Date): Promise<number> {
  const { database, clock } = services;
  let done = 0;
  while (clock.now() < until) {
    const where = lateBy(clock.now());
    const found = await database.find(complaints, { where, sort: { nextAt: 'asc' }, limit: atOnce });
    for (const complaint of found) done += await passOne(services, complaint);
    if (found.length < atOnce) break;
  }
  return done;
}

/** The write takes it out of what is found; where somebody answered meanwhile, nobody is told. */
async function passOne(services: Services, complaint: Complaint): Promise<number> {
  const { database, clock } = services;
  const { _id, author, communityId } = complaint;
  const at = clock.now();
  const community = await database.get(communities, communityId);
  const holders = community ? await readReceivers(database, community) : { inspectorIds: [] };
  const receiver = receiverWhenLate({ receiver: complaint.receiver, authorId: author.personId }, holders);
  const news: readonly Notification[] = [
    { personIds: [author.personId], content: { kind: 'complaint-late' } },
    { personIds: told(receiver, author.personId, holders), content: { kind: 'complaint-passed' } },
  ];
  const messages = outgoingMessages(`${_id}:late`, at, news);
  const changed = await database.updateWhere(
    complaints,
    { _id, state: 'open', nextAt: complaint.nextAt ?? null },
    { set: { isLate: true, receiver, updatedAt: at, ...addToOutbox(complaint, messages) }, unset: ['nextAt'] },
  );
  if (changed > 0) await deliver({ ...services, requestId: 'complaints' }, messages);
  return changed;
}

async function forget({ database, clock }: Services, until: Date): Promise<number> {
  let done = 0;
  while (clock.now() < until) {
    const where = oldBy(clock.now());
    const found = await database.find(complaints, { where, sort: { keepUntil: 'asc' }, limit: atOnce });
    const ids = found.map(({ _id }) => _id);
    if (ids.length > 0) done += await database.removeWhere(complaints, { _id: { oneOf: ids } });
    if (found.length < atOnce) break;
  }
  return done;
}
