import { logins, type Login } from '../../access/login';
import type { Job, JobProgress } from '../../job/job';
import { rebindOrders, rebindOwnOrders } from '../../order/flow/rebind-orders';
import type { Services } from '../../platform/context';
import { errorFields } from '../../platform/log';

/** A registration that is still under way lets orders follow itself; none lasts so long. */
const graceMs = 60_000;
const loginsAtOnce = 20;

/**
 * Lets orders follow once more whom a proved number showed to be somebody else: the rest of a registration that broke
 * off, more orders than it took at once, and one that was being made meanwhile. One that cannot be finished is logged,
 * keeps no other from being so, and is tried again in the next run. It counts logins.
 */
export const finishRebindings: Job = {
  name: 'rebindings',
  every: 'run',
  waiting: (now) => [{ of: logins, where: { 'rebinding.at': { lt: lastBefore(now) } }, limit: 1, exclude: ['inbox'] }],
  run: finish,
};

const lastBefore = (now: Date): Date => new Date(now.getTime() - graceMs);

async function finish(services: Services): Promise<JobProgress> {
  const { database, clock, log } = services;
  const found = await database.find(logins, {
    where: { 'rebinding.at': { lt: lastBefore(clock.now()) } },
    sort: { 'rebinding.at': 'asc' },
    limit: loginsAtOnce,
    exclude: ['inbox'],
  });
  let done = 0;
  for (const login of found)
    try {
      if (await finishOne(services, login)) done += 1;
    } catch (error) {
      log.line('error', { event: 'job', job: 'rebindings', ...errorFields(error) });
    }
  return { done };
}

async function finishOne({ database }: Services, login: Login): Promise<boolean> {
  const { _id, rebinding } = login;
  if (!rebinding) return false;
  const follow = rebinding.own ? rebindOwnOrders : rebindOrders;
  if (!(await follow({ database }, rebinding.fromId, login))) return false;
  await database.updateWhere(logins, { _id }, { unset: ['rebinding'] });
  return true;
}
