import type { Job } from '../../job/job';
import { deliver } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import { outgoingMessages } from '../../message/outgoing';
import type { Services } from '../../platform/context';
import { dayText } from '../../time/shanghai';
import { helpCases } from '../help-case';
import { homeVisitPlans, homeVisits, type HomeVisitPlan } from '../home-visit';

const atOnce = 50;

/**
 * Every night whoever is to visit a member today is reminded, once for each visit; and what was said at visits, and
 * closed cases, are forgotten when their days are over. It counts visitors and what was forgotten.
 */
export const remindVisitors: Job = {
  name: 'home-visits',
  every: 'night',
  async run(services, _record, until) {
    const reminded = await remindDue(services, until);
    const forgotten = reminded.isEnd ? await forget(services) : { done: 0, isEnd: false };
    return { done: reminded.done + forgotten.done, cursor: forgotten.isEnd ? null : 'more' };
  },
};

interface Share {
  readonly done: number;
  readonly isEnd: boolean;
}

async function remindDue(services: Services, until: Date): Promise<Share> {
  const { database, clock } = services;
  for (let reminded = 0; ;) {
    const where = { remindDay: { gt: '', lte: dayText(clock.now()) } };
    const due = await database.find(homeVisitPlans, { where, sort: { remindDay: 'asc' }, limit: atOnce });
    for (const plan of due) await remind(services, plan);
    reminded += due.length;
    if (due.length < atOnce) return { done: reminded, isEnd: true };
    if (clock.now() >= until) return { done: reminded, isEnd: false };
  }
}

/** The reminder goes into the plan's outbox with the write that takes the day away: it is neither lost nor repeated. */
async function remind(services: Services, plan: HomeVisitPlan): Promise<void> {
  const at = services.clock.now();
  const content = { kind: 'home-visit-due', title: plan.name, day: plan.dueDay } as const;
  const messages = outgoingMessages(`${plan._id}:${plan.dueDay}`, at, [
    { personIds: [plan.visitor.personId], content },
  ]);
  const changed = await services.database.updateWhere(
    homeVisitPlans,
    { _id: plan._id, remindDay: plan.dueDay },
    { set: addToOutbox(plan, messages), unset: ['remindDay'] },
  );
  if (changed > 0) await deliver({ ...services, requestId: 'home-visits' }, messages);
}

async function forget({ database, clock }: Services): Promise<Share> {
  const where = { keepUntil: { lt: clock.now() } };
  const [visits, cases] = await Promise.all([
    database.find(homeVisits, { where, sort: { keepUntil: 'asc' }, limit: atOnce }),
    database.find(helpCases, { where, sort: { keepUntil: 'asc' }, limit: atOnce }),
  ]);
  const idsOf = (found: readonly { readonly _id: string }[]) => ({ _id: { oneOf: found.map(({ _id }) => _id) } });
  if (visits.length > 0) await database.removeWhere(homeVisits, idsOf(visits));
  if (cases.length > 0) await database.removeWhere(helpCases, idsOf(cases));
  return { done: visits.length + cases.length, isEnd: visits.length < atOnce && cases.length < atOnce };
}
