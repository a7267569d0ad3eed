import type { Evidence } from '../../../cloudfunctions/core/order/document/order';
import { declineReasons, ratingTags, releaseReasons } from '../../../miniprogram/contracts/order';
import type { Chance } from '../chance';
import type { Somebody } from '../people/crowd';
import { photosOfFinish } from '../photos';
import { within } from '../places/tree';
import { candidateOf } from './cast';
import type { Asking, Stage } from './stage';
import type { Tale } from './tale';
import { after, whenAwake } from './time';
import { notes, praise } from './words';

const goodTags = ratingTags.filter((tag) => tag !== 'late' && tag !== 'careless');

/** An order on its way, with the moment that it has reached. */
export interface Telling {
  readonly stage: Stage;
  readonly tale: Tale;
  readonly asking: Asking;
  at: Date;
}

/** Lets some waking hours pass. */
export function wait(telling: Telling, least: number, most: number): Date {
  const { chance } = telling.stage;
  telling.at = whenAwake(after(telling.at, chance.between(least * 60, most * 60) * 60_000), chance);
  return telling.at;
}

const maybe = (chance: Chance, percent: number, from: readonly string[]): string | null =>
  chance.in100(percent) ? chance.one(from) : null;

export function offer(telling: Telling, to: readonly Somebody[], pool = false): void {
  const { tale, stage, asking } = telling;
  const { order } = tale;
  const site = within(asking.asker.home, 'courtyard');
  const by = order.ruling ? stage.cast.holder('secretary', site) : stage.cast.holder('gridWorker', site);
  tale.then(telling.at, by, {
    action: 'dispatch',
    members: to.map(candidateOf),
    pool,
    note: maybe(stage.chance, 30, notes.dispatch),
  });
}

export function takeOn({ tale, stage, at }: Telling, helper: Somebody): void {
  tale.then(at, stage.cast.member(helper), { action: 'accept', assignedMember: null });
}

export function turnDown({ tale, stage, at }: Telling, helper: Somebody): void {
  const { chance, cast } = stage;
  tale.then(at, cast.member(helper), {
    action: 'decline',
    reason: chance.one(declineReasons),
    note: maybe(chance, 20, notes.decline),
  });
}

export function giveBack({ tale, stage, at }: Telling, helper: Somebody): void {
  tale.then(at, stage.cast.member(helper), { action: 'release', reason: stage.chance.one(releaseReasons), note: null });
}

/** A picture where there is something to see; else mostly the resident's code, told at the door; sometimes a call. */
export function finish({ tale, stage, at }: Telling, helper: Somebody): void {
  const { chance, cast } = stage;
  const byCode = chance.in100(75);
  const note = byCode ? maybe(chance, 60, notes.complete) : chance.one(notes.complete);
  const photos = photosOfFinish(tale.order.words);
  const evidence: Evidence = { kind: photos.length > 0 ? 'photo' : byCode ? 'code' : 'phone', photos, note };
  const claim =
    photos.length > 0
      ? { kind: 'photo' as const, evidence }
      : byCode
        ? { kind: 'code' as const, code: tale.finishCode, evidence }
        : { kind: 'phone' as const, evidence };
  tale.then(at, cast.member(helper), { action: 'complete', claim });
}

/** The requester, or whoever asks for them on the phone, says that it is done. */
export function agree({ tale, stage, asking, at }: Telling): void {
  const { chance, cast } = stage;
  const byPhone = tale.order.requester.openid === null;
  const site = within(asking.asker.home, 'courtyard');
  const actor = byPhone ? cast.holder('gridWorker', site) : cast.resident(asking.asker);
  const stars = chance.weighted([
    [5, 70],
    [4, 22],
    [3, 6],
    [2, 2],
  ]);
  const tags = stars >= 4 ? chance.some(goodTags, chance.between(0, 3)) : [chance.one(['late', 'careless'] as const)];
  tale.then(at, actor, { action: 'confirm', stars, tags, words: stars >= 4 ? maybe(chance, 35, praise) : null });
}

export function disagree({ tale, stage, asking, at }: Telling): void {
  const byPhone = tale.order.requester.openid === null;
  const site = within(asking.asker.home, 'courtyard');
  const actor = byPhone ? stage.cast.holder('gridWorker', site) : stage.cast.resident(asking.asker);
  tale.then(at, actor, { action: 'reopen', words: stage.chance.one(notes.reopen), finishCode: tale.nextCode });
}

/** From acceptance to the requester's word. */
export function workThrough(telling: Telling, helper: Somebody, answered: 'agrees' | 'silent' | 'again'): void {
  wait(telling, 2, 50);
  finish(telling, helper);
  if (answered === 'silent') return;
  wait(telling, 1, 60);
  if (answered === 'again') {
    disagree(telling);
    wait(telling, 4, 30);
    finish(telling, helper);
    wait(telling, 1, 20);
  }
  agree(telling);
}
