import { deliver } from '../../message/notify';
import type { Job, JobProgress } from '../../job/job';
import { communities } from '../../place/community';
import type { Services } from '../../platform/context';
import { timeKey } from '../../platform/ids';
import { done, refuse } from '../../platform/result';
import { rewardPolicyOf } from '../community-policy';
import { endRedemption } from '../end-redemption';
import { goods, type Good } from '../good';
import { leaveEvent, writeWait } from '../queue';
import { redemptions, type Redemption } from '../redemption';
import { offerOf } from '../rules/waiting';
import { announceOffer, withStock, writeStock } from '../store';
import { waits, type Wait } from '../wait';

const documentsAtOnce = 50;

/**
 * What time does to redemptions: who did not collect, or did not answer, gives back what was put aside; what is free
 * is offered to who waits. Every step may run twice. It counts steps; one that fails keeps no other from being done.
 */
export const runRewards: Job = {
  name: 'rewards',
  every: 'run',
  waiting: (now) => [
    { of: redemptions, where: { dueKey: dueBy(now) }, limit: 1 },
    { of: waits, where: { dueKey: dueBy(now) }, limit: 1 },
    { of: goods, where: { offerable: true, offered: true, _id: { gt: '' } }, limit: 1 },
  ],
  async run(services, _record, until): Promise<JobProgress> {
    const expired = await expireRedemptions(services, until);
    const lapsed = await lapseOffers(services, until);
    const offered = await offerStock(services, until);
    return { done: expired + lapsed + offered };
  },
};

/** Keys begin with the moment at which they are due (`timeKey`). */
function dueBy(now: Date): { readonly gt: string; readonly lt: string } {
  return { gt: '', lt: timeKey(new Date(now.getTime() + 1), '') };
}

async function expireRedemptions(services: Services, until: Date): Promise<number> {
  const dueKey = dueBy(services.clock.now());
  const due: readonly Redemption[] = await services.database.find(redemptions, {
    where: { dueKey },
    sort: { dueKey: 'asc' },
    limit: documentsAtOnce,
  });
  let count = 0;
  for (const { _id, communityId } of due) {
    if (services.clock.now() >= until) break;
    const ending = { communityId, redemptionId: _id, command: { kind: 'expire' }, request: null, actor: null } as const;
    const ended = await endRedemption({ ...services, requestId: `expiry:${_id}` }, ending);
    if (ended.ok) count += 1;
  }
  return count;
}

/** Who was asked and did not answer stands in the line no longer. */
async function lapseOffers({ database, clock }: Services, until: Date): Promise<number> {
  const dueKey = dueBy(clock.now());
  const due = await database.find(waits, { where: { dueKey }, sort: { dueKey: 'asc' }, limit: documentsAtOnce });
  let count = 0;
  for (const { _id } of due) {
    if (clock.now() >= until) break;
    const at = clock.now();
    const lapsed = await database.transaction(async (transaction) => {
      const wait = await transaction.get(waits, _id);
      if (wait?.state !== 'offered' || wait.offeredUntil === null || wait.offeredUntil > at)
        return refuse('WRONG_STATUS');
      const good = await transaction.get(goods, wait.goodId);
      if (!good) return refuse('NOT_FOUND');
      await writeStock(transaction, withStock(good, leaveEvent(wait), at));
      await writeWait(transaction, { ...wait, state: 'lapsed', offeredUntil: null, dueKey: null });
      return done(undefined);
    });
    if (lapsed.ok) count += 1;
  }
  return count;
}

/** What is free is put aside for the first in each line, who is asked; then for the next, while there is something. */
async function offerStock(services: Services, until: Date): Promise<number> {
  const where = { offerable: true, _id: { gt: '' } };
  const found = await services.database.find(goods, { where, sort: { _id: 'asc' }, limit: documentsAtOnce });
  let count = 0;
  for (const good of found.filter(({ offered }) => offered))
    while (services.clock.now() < until && (await offerNext(services, good))) count += 1;
  return count;
}

/** @returns whether somebody was asked */
async function offerNext(services: Services, { _id: goodId, communityId }: Good): Promise<boolean> {
  const { database, clock } = services;
  const where = { goodId, state: 'waiting', sinceKey: { gt: '' } };
  const [[first], community] = await Promise.all([
    database.find(waits, { where, sort: { sinceKey: 'asc' }, limit: 1 }),
    database.get(communities, communityId),
  ]);
  if (!first || !community) return false;
  const policy = rewardPolicyOf(community);
  const at = clock.now();
  const offered = await database.transaction(async (transaction) => {
    const [wait, good] = await Promise.all([transaction.get(waits, first._id), transaction.get(goods, goodId)]);
    if (wait?.state !== 'waiting' || !good) return refuse('WRONG_STATUS');
    const offer = offerOf(good, wait, { at, policy });
    if (!offer) return refuse('OUT_OF_STOCK');
    const asked = announceOffer(offeredWait(wait, offer), at);
    const inLine = withStock(good, { kind: 'unqueued' }, at);
    await writeStock(transaction, withStock(inLine, { kind: 'reserved', quantity: offer.quantity }, at));
    await writeWait(transaction, asked.document);
    return done(asked.messages);
  });
  if (offered.ok) await deliver({ ...services, requestId: `offer:${first._id}` }, offered.data);
  return offered.ok;
}

function offeredWait(wait: Wait, { quantity, until }: { readonly quantity: number; readonly until: Date }): Wait {
  return { ...wait, state: 'offered', quantity, offeredUntil: until, dueKey: timeKey(until, wait._id) };
}
