import { defaultCallTries, defaultWishCapYuan } from '../../../cloudfunctions/core/order/policy';
import { madeCategory } from '../../../cloudfunctions/core/order/rules/categories';
import { confirmerOf } from '../../../cloudfunctions/core/order/rules/confirmer';
import type { OrderActor } from '../../../cloudfunctions/core/order/rules/relations';
import type { Evidence } from '../../../cloudfunctions/core/order/document/order';
import { declineReasons, ratingTags, releaseReasons } from '../../../miniprogram/contracts/order';
import type { SeededRandom } from '../random';
import type { DemoPerson } from '../people/people-builder';
import { photosOfFinish } from '../photos';
import { within } from '../places/tree';
import { candidateOf } from './participants';
import type { OrderRequest, SimulationContext } from './simulation-context';
import type { OrderSimulation } from './order-simulation';
import { after, dayMs, whenAwake } from './time';
import { noteTexts, ratingTexts } from './sample-texts';

const goodTags = ratingTags.filter((tag) => tag !== 'late' && tag !== 'careless');

/** An order on its way, with the moment that it has reached. */
export interface OrderInProgress {
  readonly context: SimulationContext;
  readonly simulation: OrderSimulation;
  readonly request: OrderRequest;
  at: Date;
}

/** Lets some waking hours pass. */
export function wait(progress: OrderInProgress, least: number, most: number): Date {
  const { random } = progress.context;
  progress.at = whenAwake(after(progress.at, random.integer(least * 60, most * 60) * 60_000), random);
  return progress.at;
}

const maybe = (random: SeededRandom, percent: number, from: readonly string[]): string | null =>
  random.percent(percent) ? random.pick(from) : null;

export function dispatch(progress: OrderInProgress, to: readonly DemoPerson[], pool = false): void {
  const { simulation, context, request } = progress;
  const { order } = simulation;
  const node = within(request.requester.home, 'courtyard');
  const by = order.ruling
    ? context.participants.holder('secretary', node)
    : context.participants.holder('gridWorker', node);
  simulation.perform(progress.at, by, {
    action: 'dispatch',
    members: to.map(candidateOf),
    pool,
    note: maybe(context.random, 30, noteTexts.dispatch),
  });
}

/** Staff looked at it: it is a wish, what it may cost, and what everybody reads of it (S2-16). */
export function turnIntoWish({ simulation, context, request, at }: OrderInProgress): void {
  const { words, terms } = simulation.order;
  const category = madeCategory(context.community.document.policy.order, 'wish');
  const worker = context.participants.holder('gridWorker', within(request.requester.home, 'courtyard'));
  const wish = { valueYuan: 20 + 10 * (words.length % 12), publicWords: words };
  const made = { kind: 'wish', urgent: false, private: false, note: null, wishCapYuan: defaultWishCapYuan } as const;
  simulation.perform(at, worker, { action: 'reclassify', category, terms, wish, ...made });
}

export function accept({ simulation, context, at }: OrderInProgress, helper: DemoPerson): void {
  simulation.perform(at, context.participants.member(helper), { action: 'accept', assignedMember: null });
}

export function decline({ simulation, context, at }: OrderInProgress, helper: DemoPerson): void {
  const { random, participants } = context;
  simulation.perform(at, participants.member(helper), {
    action: 'decline',
    reason: random.pick(declineReasons),
    note: maybe(random, 20, noteTexts.decline),
  });
}

export function release({ simulation, context, at }: OrderInProgress, helper: DemoPerson): void {
  simulation.perform(at, context.participants.member(helper), {
    action: 'release',
    reason: context.random.pick(releaseReasons),
    note: null,
  });
}

/** A picture where there is something to see; else mostly the resident's code, told at the door; sometimes a call. */
export function complete({ simulation, context, at }: OrderInProgress, helper: DemoPerson): void {
  const { random, participants } = context;
  const byCode = random.percent(75);
  const note = byCode ? maybe(random, 60, noteTexts.complete) : random.pick(noteTexts.complete);
  const photos = photosOfFinish(simulation.order.words);
  const evidence: Evidence = { kind: photos.length > 0 ? 'photo' : byCode ? 'code' : 'phone', photos, note };
  const claim =
    photos.length > 0
      ? { kind: 'photo' as const, evidence }
      : byCode
        ? { kind: 'code' as const, code: simulation.finishCode, evidence }
        : { kind: 'phone' as const, evidence };
  simulation.perform(at, participants.member(helper), { action: 'complete', claim });
}

/** Who asks on the phone, by whose turn it is; null where the requester says so in WeChat. */
const callerHats = {
  requester: null,
  worker: 'gridWorker',
  leader: 'gridLeader',
  committee: 'committee',
  secretary: 'secretary',
} as const;

/** Staff who had no hand in it and ask on the phone; null where the requester says so themselves. */
function callerOf({ simulation, context, request }: OrderInProgress): OrderActor | null {
  const confirmer = confirmerOf(simulation.order);
  const hat = callerHats[confirmer.by === 'committee' && confirmer.party !== null ? 'secretary' : confirmer.by];
  return hat === null ? null : context.participants.holder(hat, within(request.requester.home, 'courtyard'));
}

/**
 * Somebody without WeChat is reached on the phone a day later, and says nothing of it afterwards; a few are called on
 * three days in vain.
 */
export function askOnPhone(progress: OrderInProgress): void {
  progress.at = after(progress.at, dayMs);
  const caller = callerOf(progress);
  if (caller === null) return;
  const isReached = !progress.context.random.stream(`reached ${progress.at.toISOString()}`).percent(20);
  const perform = (result: 'reached' | 'unanswered'): void =>
    void progress.simulation.perform(progress.at, caller, { action: 'recordCall', result });
  if (isReached) return perform('reached');
  for (let day = 0; day < defaultCallTries; day += 1) {
    perform('unanswered');
    progress.at = after(progress.at, dayMs);
  }
}

/** The requester, or staff who had no hand in it and ask on the phone, say that it is done. */
export function confirm(progress: OrderInProgress): void {
  const { simulation, context, request, at } = progress;
  const { random, participants } = context;
  const actor = callerOf(progress) ?? participants.resident(request.requester);
  const stars = random.pickWeighted([
    [5, 70],
    [4, 22],
    [3, 6],
    [2, 2],
  ]);
  const tags =
    stars >= 4 ? random.sample(goodTags, random.integer(0, 3)) : [random.pick(['late', 'careless'] as const)];
  simulation.perform(at, actor, {
    action: 'confirm',
    stars,
    tags,
    words: stars >= 4 ? maybe(random, 35, ratingTexts) : null,
  });
}

export function reopen({ simulation, context, request, at }: OrderInProgress): void {
  const byPhone = simulation.order.requester.openid === null;
  const node = within(request.requester.home, 'courtyard');
  const actor = byPhone
    ? context.participants.holder('gridWorker', node)
    : context.participants.resident(request.requester);
  simulation.perform(at, actor, {
    action: 'reopen',
    words: context.random.pick(noteTexts.reopen),
    finishCode: simulation.nextCode,
  });
}

/** From acceptance to the requester's word. */
export function completeAndConfirm(
  progress: OrderInProgress,
  helper: DemoPerson,
  answered: 'agrees' | 'silent' | 'again',
): void {
  wait(progress, 2, 50);
  complete(progress, helper);
  if (answered === 'silent') {
    askOnPhone(progress);
    return;
  }
  wait(progress, 1, 60);
  if (answered === 'again') {
    reopen(progress);
    wait(progress, 4, 30);
    complete(progress, helper);
    wait(progress, 1, 20);
  }
  confirm(progress);
}
