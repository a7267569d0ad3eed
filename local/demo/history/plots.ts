import { cancelReasons, refuseReasons } from '../../../miniprogram/contracts/order';
import { within } from '../places/tree';
import { agree, finish, giveBack, offer, takeOn, turnDown, wait, workThrough, type Telling } from './helping';
import { ask, type Asking, type Stage } from './stage';
import type { Tale } from './tale';
import { after, hourMs, minuteMs, saturdayFrom } from './time';
import { elsewhere } from './words';

function tell(stage: Stage, asking: Asking): Telling {
  return { stage, asking, tale: ask(stage, asking), at: asking.at };
}

const answers = [
  ['agrees', 84],
  ['silent', 11],
  ['again', 5],
] as const;

/** 居民点单、网格派单、党员接单: most go straight through, some are turned down, given back or late. */
export function service(stage: Stage, asking: Asking): Tale {
  const telling = tell(stage, asking);
  const { chance, cast } = stage;
  const [first, ...others] = chance.some(
    cast.fitFor(asking.category, asking.asker.home, asking.asker.personId),
    chance.between(1, 3),
  );
  if (first === undefined) return sendElsewhere(telling);
  const course = chance.weighted([
    ['straight', 72],
    ['declined', 9],
    ['returned', 5],
    ['late', 4],
    ['dropped', 4],
    ['refused', 3],
    ['elsewhere', 3],
    ['impossible', 2],
  ]);
  if (course === 'refused') return turnAway(telling);
  if (course === 'elsewhere') return sendElsewhere(telling);
  wait(telling, 0, 8);
  offer(telling, [first, ...others]);
  if (course === 'dropped') return callOff(telling);
  if (course === 'impossible') return giveUp(telling);
  let helper = first;
  if (course === 'declined' && others[0] !== undefined) {
    wait(telling, 1, 12);
    turnDown(telling, first);
    helper = others[0];
  }
  if (course === 'late') wait(telling, 73, 80);
  else wait(telling, 0, 40);
  takeOn(telling, helper);
  if (course === 'returned') {
    wait(telling, 2, 8);
    giveBack(telling, helper);
    wait(telling, 1, 4);
    offer(telling, [helper]);
    wait(telling, 1, 10);
    takeOn(telling, helper);
  }
  workThrough(telling, helper, chance.weighted(answers));
  return telling.tale;
}

/** S2-10: a 急难 order, taken on at once, done the same day, and confirmed by whoever asked. */
export function emergency(stage: Stage, asking: Asking): Tale {
  const telling = tell(stage, asking);
  const [helper] = stage.chance.some(stage.cast.fitFor('emergency', asking.asker.home, asking.asker.personId), 1);
  if (helper === undefined) throw new Error('nobody can help');
  const soon = (minutes: number) => {
    telling.at = after(telling.at, stage.chance.between(3, minutes) * 60_000);
  };
  soon(12);
  offer(telling, [helper]);
  soon(20);
  takeOn(telling, helper);
  workThrough(telling, helper, 'agrees');
  return telling.tale;
}

/** 租户下单、楼院长接单、网格员代办; a private one goes straight to the grid worker (S1-17, S1-18). */
export function errand(stage: Stage, asking: Asking): Tale {
  const telling = tell(stage, asking);
  const { chance, cast } = stage;
  const site = within(asking.asker.home, 'courtyard');
  const byHead = !telling.tale.order.private && hasHead(stage, asking) && chance.in100(55);
  const agent = cast.holder('gridWorker', site);
  wait(telling, 1, 20);
  if (byHead) {
    telling.tale.then(telling.at, cast.holder('courtyardHead', site), { action: 'accept', assignedMember: null });
    wait(telling, 1, 8);
  }
  telling.tale.then(telling.at, agent, { action: 'accept', assignedMember: null });
  wait(telling, 10, 60);
  const evidence = { kind: 'phone', photos: [], note: '材料都交了' } as const;
  telling.tale.then(telling.at, agent, { action: 'complete', claim: { kind: 'phone', evidence } });
  if (chance.in100(12)) return telling.tale;
  wait(telling, 2, 40);
  const stars = chance.weighted([
    [5, 75],
    [4, 20],
    [3, 5],
  ]);
  telling.tale.then(telling.at, cast.resident(asking.asker), { action: 'confirm', stars, tags: [], words: null });
  return telling.tale;
}

/** A landlord does not do their own errands. */
function hasHead({ neighbourhood }: Stage, { asker }: Asking): boolean {
  const head = neighbourhood.crowd.holderOf('courtyardHead', within(asker.home, 'courtyard'));
  return head !== undefined && head.personId !== asker.personId;
}

/** 微心愿: published to every member, claimed by one, fulfilled on a red Saturday (S2-16). */
export function wish(stage: Stage, asking: Asking): Tale {
  const telling = tell(stage, asking);
  const { chance, cast } = stage;
  wait(telling, 0, 20);
  offer(telling, [], true);
  wait(telling, 3, 60);
  const helper = chance.one(cast.helpers.filter(({ personId }) => personId !== asking.asker.personId));
  takeOn(telling, helper);
  telling.at = after(saturdayFrom(after(telling.at, 12 * hourMs)), chance.between(0, 8 * 60) * minuteMs);
  finish(telling, helper);
  wait(telling, 1, 30);
  if (chance.in100(92)) agree(telling);
  return telling.tale;
}

function callOff(telling: Telling): Tale {
  wait(telling, 1, 30);
  const { tale, stage, asking } = telling;
  const byPhone = tale.order.requester.openid === null;
  const actor = byPhone
    ? stage.cast.holder('gridWorker', within(asking.asker.home, 'courtyard'))
    : stage.cast.resident(asking.asker);
  return tale.then(telling.at, actor, { action: 'cancel', reason: stage.chance.one(cancelReasons), note: null });
}

function turnAway(telling: Telling): Tale {
  wait(telling, 1, 10);
  const { tale, stage, asking } = telling;
  return tale.then(telling.at, stage.cast.holder('gridWorker', within(asking.asker.home, 'courtyard')), {
    action: 'refuse',
    reason: stage.chance.one(refuseReasons),
    note: null,
  });
}

/** Members were asked, and it turned out that nobody can; only the secretary says so. */
function giveUp(telling: Telling): Tale {
  wait(telling, 10, 40);
  const { tale, stage, asking } = telling;
  return tale.then(telling.at, stage.cast.holder('secretary', asking.asker.home), {
    action: 'refuse',
    reason: 'not-ours',
    note: null,
  });
}

function sendElsewhere(telling: Telling): Tale {
  wait(telling, 1, 10);
  const { tale, stage, asking } = telling;
  return tale.then(telling.at, stage.cast.holder('gridWorker', within(asking.asker.home, 'courtyard')), {
    action: 'transfer',
    to: stage.chance.one(elsewhere),
    note: null,
  });
}
