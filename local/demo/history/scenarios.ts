import { cancelReasons, refuseReasons } from '../../../miniprogram/contracts/order';
import type { DemoPerson } from '../people/people-builder';
import { within } from '../places/tree';
import {
  askOnPhone,
  confirm,
  complete,
  release,
  dispatch,
  accept,
  decline,
  wait,
  completeAndConfirm,
  turnIntoWish,
  type OrderInProgress,
} from './order-steps';
import { submitOrder, type OrderRequest, type SimulationContext } from './simulation-context';
import type { OrderSimulation } from './order-simulation';
import { after, hourMs, minuteMs, saturdayFrom } from './time';
import { outsideAnswers, transferTargets } from './sample-texts';

/** Submits the order, with which its scenario begins. */
function begin(context: SimulationContext, request: OrderRequest): OrderInProgress {
  return { context, request, simulation: submitOrder(context, request), at: request.at };
}

const answers = [
  ['agrees', 84],
  ['silent', 11],
  ['again', 5],
] as const;

/** Until somebody has taken the order on: some decline, are late, or give it back before they begin. */
function findHelper(
  progress: OrderInProgress,
  course: string,
  [first, second]: readonly [DemoPerson, ...DemoPerson[]],
): DemoPerson {
  let helper = first;
  if (course === 'declined' && second !== undefined) {
    wait(progress, 1, 12);
    decline(progress, first);
    helper = second;
  }
  if (course === 'late') wait(progress, 73, 80);
  else wait(progress, 0, 40);
  accept(progress, helper);
  if (course === 'returned') {
    wait(progress, 2, 8);
    release(progress, helper);
    wait(progress, 1, 4);
    dispatch(progress, [helper]);
    wait(progress, 1, 10);
    accept(progress, helper);
  }
  return helper;
}

/** 居民点单、网格派单、党员接单: most go straight through, some are turned down, given back or late. */
export function serviceScenario(context: SimulationContext, request: OrderRequest): OrderSimulation {
  const progress = begin(context, request);
  const { random, participants } = context;
  const [first, ...others] = random.sample(
    participants.membersFor(request.category, request.requester.home, request.requester.personId),
    random.integer(1, 3),
  );
  if (first === undefined) return transfer(progress);
  const course = random.pickWeighted([
    ['straight', 72],
    ['declined', 9],
    ['returned', 5],
    ['late', 4],
    ['dropped', 4],
    ['refused', 3],
    ['elsewhere', 3],
    ['impossible', 2],
  ]);
  if (course === 'refused') return refuse(progress);
  if (course === 'elsewhere') return transfer(progress);
  wait(progress, 0, 8);
  dispatch(progress, [first, ...others]);
  if (course === 'dropped') return cancel(progress);
  if (course === 'impossible') return refuseAsImpossible(progress);
  const helper = findHelper(progress, course, [first, ...others]);
  completeAndConfirm(progress, helper, random.pickWeighted(answers));
  return progress.simulation;
}

/** S2-10: a 急难 order, taken on at once, done the same day, and confirmed by whoever asked. */
export function emergencyScenario(context: SimulationContext, request: OrderRequest): OrderSimulation {
  const progress = begin(context, request);
  const [helper] = context.random.sample(
    context.participants.membersFor('emergency', request.requester.home, request.requester.personId),
    1,
  );
  if (helper === undefined) throw new Error('nobody can help');
  const soon = (minutes: number) => {
    progress.at = after(progress.at, context.random.integer(3, minutes) * 60_000);
  };
  soon(12);
  dispatch(progress, [helper]);
  soon(20);
  accept(progress, helper);
  completeAndConfirm(progress, helper, 'agrees');
  return progress.simulation;
}

/** 租户下单、楼院长接单、网格员代办; a private one goes straight to the grid worker (S1-17, S1-18). */
export function agencyScenario(context: SimulationContext, request: OrderRequest): OrderSimulation {
  const progress = begin(context, request);
  const { random, participants } = context;
  const node = within(request.requester.home, 'courtyard');
  const byHead = !progress.simulation.order.private && hasHead(context, request) && random.percent(55);
  const agent = participants.holder('gridWorker', node);
  wait(progress, 1, 20);
  if (byHead) {
    progress.simulation.perform(progress.at, participants.holder('courtyardHead', node), {
      action: 'accept',
      assignedMember: null,
    });
    wait(progress, 1, 8);
  }
  progress.simulation.perform(progress.at, agent, { action: 'accept', assignedMember: null });
  wait(progress, 10, 60);
  const evidence = { kind: 'phone', photos: [], note: '材料都交了' } as const;
  progress.simulation.perform(progress.at, agent, { action: 'complete', claim: { kind: 'phone', evidence } });
  if (random.percent(12)) {
    askOnPhone(progress);
    return progress.simulation;
  }
  wait(progress, 2, 40);
  const stars = random.pickWeighted([
    [5, 75],
    [4, 20],
    [3, 5],
  ]);
  progress.simulation.perform(progress.at, participants.resident(request.requester), {
    action: 'confirm',
    stars,
    tags: [],
    words: null,
  });
  return progress.simulation;
}

/** A landlord does not do their own errands. */
function hasHead({ community }: SimulationContext, { requester }: OrderRequest): boolean {
  const head = community.people.holderOf('courtyardHead', within(requester.home, 'courtyard'));
  return head !== undefined && head.personId !== requester.personId;
}

/** 微心愿: published to every member, claimed by one, fulfilled on a red Saturday (S2-16). */
export function wishScenario(context: SimulationContext, request: OrderRequest): OrderSimulation {
  const progress = begin(context, request);
  const { random, participants } = context;
  wait(progress, 0, 20);
  turnIntoWish(progress);
  dispatch(progress, [], true);
  wait(progress, 3, 60);
  const helper = random.pick(participants.helpers.filter(({ personId }) => personId !== request.requester.personId));
  accept(progress, helper);
  progress.at = after(saturdayFrom(after(progress.at, 12 * hourMs)), random.integer(0, 8 * 60) * minuteMs);
  complete(progress, helper);
  wait(progress, 1, 30);
  if (random.percent(92)) confirm(progress);
  else askOnPhone(progress);
  return progress.simulation;
}

function cancel(progress: OrderInProgress): OrderSimulation {
  wait(progress, 1, 30);
  const { simulation, context, request } = progress;
  const byPhone = simulation.order.requester.openid === null;
  const actor = byPhone
    ? context.participants.holder('gridWorker', within(request.requester.home, 'courtyard'))
    : context.participants.resident(request.requester);
  return simulation.perform(progress.at, actor, {
    action: 'cancel',
    reason: context.random.pick(cancelReasons),
    note: null,
  });
}

function refuse(progress: OrderInProgress): OrderSimulation {
  wait(progress, 1, 10);
  const { simulation, context, request } = progress;
  return simulation.perform(
    progress.at,
    context.participants.holder('gridWorker', within(request.requester.home, 'courtyard')),
    {
      action: 'refuse',
      reason: context.random.pick(refuseReasons),
      note: null,
    },
  );
}

/** Members were asked, and it turned out that nobody can; only the secretary says so. */
function refuseAsImpossible(progress: OrderInProgress): OrderSimulation {
  wait(progress, 10, 40);
  const { simulation, context, request } = progress;
  return simulation.perform(progress.at, context.participants.holder('secretary', request.requester.home), {
    action: 'refuse',
    reason: 'not-ours',
    note: null,
  });
}

function transfer(progress: OrderInProgress): OrderSimulation {
  wait(progress, 1, 10);
  const { simulation, context, request } = progress;
  const worker = context.participants.holder('gridWorker', within(request.requester.home, 'courtyard'));
  simulation.perform(progress.at, worker, {
    action: 'transfer',
    to: context.random.pick(transferTargets),
    note: null,
  });
  wait(progress, 40, 300);
  return simulation.perform(progress.at, worker, {
    action: 'recordAnswer',
    answer: context.random.pick(outsideAnswers),
  });
}
