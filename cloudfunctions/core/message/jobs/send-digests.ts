import { messageTemplates } from '../../../../miniprogram/contracts/message';
import { creditOf } from '../../access/inbox';
import { logins, type Login } from '../../access/login';
import type { Job } from '../../job/job';
import type { Services } from '../../platform/context';
import type { Where } from '../../platform/database';
import { errorFields } from '../../platform/log';
import { pushed, resetCredits } from '../credits';
import { digestFields, inboxPage } from '../template';

const phonesAtOnce = 50;

/**
 * Tells phones, in one subscription message each, how many messages wait that were kept from ringing. Whoever has read
 * them meanwhile, or has no grant left, is told nothing. It takes a digest off a login before it sends it, so that two
 * runs at once send it once. One read for 50 phones, one write for each. It counts digests.
 */
export const sendDigests: Job = {
  name: 'digests',
  every: 'run',
  waiting: (now) => [{ of: logins, where: dueBy(now), limit: 1, exclude: ['inbox'] }],
  async run(services, _record, until) {
    let done = 0;
    while (services.clock.now() < until) {
      const due = await services.database.find(logins, {
        where: dueBy(services.clock.now()),
        sort: { digestAt: 'asc' },
        limit: phonesAtOnce,
        exclude: ['inbox'],
      });
      for (const login of due) done += await sendSafely(services, login);
      if (due.length < phonesAtOnce) break;
    }
    return { done };
  },
};

const dueBy = (now: Date): Where => ({ digestAt: { gt: new Date(0), lte: now } });

/** A digest that cannot be sent keeps no other from being so. */
async function sendSafely(services: Services, login: Login): Promise<number> {
  try {
    return await send(services, login);
  } catch (error) {
    services.log.line('error', { event: 'digest', ...errorFields(error) });
    return 0;
  }
}

async function send({ database, openapi, clock }: Services, login: Login): Promise<number> {
  const { _id, digestAt, held = 0, unread, credits } = login;
  const template = messageTemplates.find((one) => credits[creditOf[one]] > 0);
  const isTold = template !== undefined && held > 0 && unread > 0;
  const now = clock.now();
  const taken = await database.updateWhere(
    logins,
    { _id, digestAt: digestAt ?? null },
    { unset: ['held', 'digestAt'], ...(isTold && pushed(template, now)) },
  );
  if (taken === 0 || !isTold) return 0;
  const data = digestFields(Math.min(held, unread), now);
  const answer = await openapi.send({ openid: _id, template, page: inboxPage, data });
  if (answer === 'no-credit') await resetCredits(database, login, template);
  return answer === 'sent' ? 1 : 0;
}
