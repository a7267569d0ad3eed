import type { Result } from '../../../platform/result';
import type { NoShow, OrderState } from '../../document/order';
import { openAppeal, openNoShow } from '../appointment';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';
import type { OrderChange } from '../evolve';

/** Whoever is said not to have come says how it was; the secretary rules on it. */
export function appealNoShow(
  order: OrderState,
  { words }: CommandFor<'appealNoShow'>,
  { actor, at }: MoveContext,
): Result<MoveEffect> {
  const own = openNoShow(order.noShows, actor?.personId ?? '');
  if (!own) return { ok: false, code: 'WRONG_STATUS' };
  const noShows = order.noShows.map((one): NoShow => (one === own ? { ...one, appeal: { words, at } } : one));
  return { ok: true, data: { change: { noShows }, line: { note: words } } };
}

/** The secretary takes the record back, or lets it stand; nobody rules on their own. */
export function ruleNoShow(
  order: OrderState,
  { personId, lifted, reason }: CommandFor<'ruleNoShow'>,
  { actor, at }: MoveContext,
): Result<MoveEffect> {
  const own = openAppeal(order.noShows, personId);
  if (!own?.appeal || !actor) return { ok: false, code: 'WRONG_STATUS' };
  if (actor.personId === personId) return { ok: false, code: 'SECOND_PERSON_NEEDED', field: 'personId' };
  const ruling = { lifted, reason, at, by: { personId: actor.personId, name: actor.name } };
  const appeal = { ...own.appeal, ruling };
  const noShows = order.noShows.map((one): NoShow => (one === own ? { ...one, appeal } : one));
  const line = { reason: lifted ? 'lifted' : 'upheld', note: reason };
  return { ok: true, data: { change: { noShows, ...(lifted && own.returned && returnTakenBack(order)) }, line } };
}

/** What was no absence was no return either, and leads to no ruling. */
function returnTakenBack({ returns: before, ruling, terms }: OrderState): OrderChange {
  const returns = Math.max(0, before - 1);
  return { returns, ruling: ruling && returns >= terms.returnsBeforeRuling };
}
