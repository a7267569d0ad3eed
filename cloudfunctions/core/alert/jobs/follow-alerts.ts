import type { Job, JobProgress } from '../../job/job';
import { deliver } from '../../message/notify';
import type { Services } from '../../platform/context';
import type { Where } from '../../platform/database';
import { alerts, type Alert } from '../alert';
import { announceAlert } from '../announce';
import { noteLook } from '../note-looks';
import { withNext } from '../rules/responders';

const alertsAtOnce = 50;

/**
 * Tells the next one of a call for help that nobody has answered, and forgets who asked once the days are over. One
 * read for 50, two writes for each. It counts alerts.
 */
export const followAlerts: Job = {
  name: 'alerts',
  every: 'run',
  waiting: (now) => [
    { of: alerts, where: dueBy(now), limit: 1 },
    { of: alerts, where: oldBy(now), limit: 1 },
  ],
  async run(services, _record, until): Promise<JobProgress> {
    return { done: (await tellNext(services, until)) + (await forget(services, until)) };
  },
};

const dueBy = (now: Date): Where => ({ nextAt: { gt: new Date(0), lte: now } });
const oldBy = (now: Date): Where => ({ forgetAt: { gt: new Date(0), lte: now } });

async function tellNext(services: Services, until: Date): Promise<number> {
  const { database, clock } = services;
  let done = 0;
  while (clock.now() < until) {
    const where = dueBy(clock.now());
    const found = await database.find(alerts, { where, sort: { nextAt: 'asc' }, limit: alertsAtOnce });
    for (const alert of found) done += await tellOne(services, alert);
    if (found.length < alertsAtOnce) break;
  }
  return done;
}

/** The write takes it out of what is found; where somebody answered it meanwhile, nobody is told. */
async function tellOne(services: Services, alert: Alert): Promise<number> {
  const { after, messages } = announceAlert(withNext(alert, services.clock.now()));
  await noteLook(services, after);
  const { told, nextAt, updatedAt, outbox, outboxAt } = after;
  const changed = await services.database.updateWhere(
    alerts,
    { _id: alert._id, state: 'open', nextAt: alert.nextAt ?? null },
    {
      set: { told, updatedAt, ...(nextAt && { nextAt }), ...(outbox && { outbox }), ...(outboxAt && { outboxAt }) },
      ...(!nextAt && { unset: ['nextAt'] }),
    },
  );
  if (changed > 0) await deliver({ ...services, requestId: 'alerts' }, messages);
  return changed;
}

async function forget({ database, clock }: Services, until: Date): Promise<number> {
  let done = 0;
  while (clock.now() < until) {
    const where = oldBy(clock.now());
    const found = await database.find(alerts, { where, sort: { forgetAt: 'asc' }, limit: alertsAtOnce });
    const ids = found.map(({ _id }) => _id);
    if (ids.length > 0)
      done += await database.updateWhere(
        alerts,
        { ...where, _id: { oneOf: ids } },
        { set: { openid: '', by: null, acts: [] }, unset: ['forgetAt', 'nextAt'] },
      );
    if (found.length < alertsAtOnce) break;
  }
  return done;
}
