import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import { limits } from '../../../../miniprogram/contracts/limits';
import type { Result } from '../../platform/result';
import { isCalled, relationsOf } from './relations';
import type { CommandContext, OrderCommand } from './command';
import type { OrderEvent } from './evolve';
import { cellOf, fitsFullTrail, isQuiet, mayEver, type Relation } from './lifecycle';
import { effectOf } from './moves';
import { type MoveEffect } from './effect';
import { passesOver, resumed } from './question';
import { stageClockOf } from './stage-clock';
import { hasRoomFor, seatOf } from './seats';
import type { OrderState } from '../document/order';

/**
 * Whether a move is allowed, and what it does. Pure: the same order, command and context give the same answer.
 * Refusals: `FORBIDDEN` / `NOT_OFFERED` (not this person's move), `TAKEN`, `STALE_VERSION`, `WRONG_STATUS`,
 * `TRAIL_FULL`, and what the move itself asks for (`RULING_NEEDED`, `EVIDENCE_NEEDED`, `WRONG_CODE`, `OWN_ORDER`).
 */
export function decide(order: OrderState, command: OrderCommand, context: CommandContext): Result<OrderEvent> {
  const relations = relationsOf(order, context.actor);
  const refusal =
    tooLate(order, command, context) ??
    notTheirs(order, command, relations) ??
    stale(order, command, context) ??
    blocked(order, command, relations);
  if (refusal) return { ok: false, code: refusal };
  const cell = cellOf(order, command.action);
  if (!cell) return { ok: false, code: 'WRONG_STATUS' };
  const resumption = passesOver(order, command, cell) ? resumed(order, context) : {};
  const outcome = effectOf({ ...order, ...resumption }, command, { ...context, relations });
  if (!outcome.ok) return outcome;
  const change = { status: cell.to, ...resumption, ...outcome.data.change };
  const stage = change.status === order.status ? {} : { stageClock: stageClockOf(change.status, order, context) };
  return { ok: true, data: eventOf(command, context, { ...outcome.data, change: { ...change, ...stage } }) };
}

function eventOf(command: OrderCommand, context: CommandContext, outcome: MoveEffect): OrderEvent {
  const by = context.actor && { personId: context.actor.personId, name: context.actor.name };
  const line = { reason: null, note: null, count: null, ...outcome.line };
  return {
    change: outcome.change,
    line: {
      at: context.at,
      action: command.action,
      by,
      hat: context.actor?.hat ?? null,
      ...line,
      request: context.request,
    },
  };
}

/** Whoever was offered it, or could have claimed it, and finds that somebody else has it. */
function tooLate(order: OrderState, command: OrderCommand, context: CommandContext): ErrorCode | undefined {
  if (command.action !== 'accept' || !order.assignee || !context.actor) return undefined;
  const { personId } = context.actor;
  if (seatOf(order, personId) || (order.status === 'accepted' && hasRoomFor(order, personId))) return undefined;
  const wasOffered =
    order.pool || order.offers.some((offer) => offer.personId === personId && offer.state === 'lapsed');
  return wasOffered ? 'TAKEN' : undefined;
}

function notTheirs(order: OrderState, command: OrderCommand, relations: ReadonlySet<Relation>): ErrorCode | undefined {
  if (mayEver(order.kind, command.action, relations)) return undefined;
  if (command.action === 'accept' && relations.has('requester')) return 'OWN_ORDER';
  if (command.action === 'confirm') return unheard(order, relations);
  return command.action === 'accept' || command.action === 'decline' ? 'NOT_OFFERED' : 'FORBIDDEN';
}

/** The table lets this person make the move, but not in this status. */
function misplaced(order: OrderState, { action }: OrderCommand, relations: ReadonlySet<Relation>): ErrorCode {
  if (action === 'recordCall') return unheard(order, relations);
  return action === 'accept' ? 'NOT_OFFERED' : 'FORBIDDEN';
}

/** Why it is not this person's to say that it is solved; the code's sentence says whose it is. */
function unheard(order: OrderState, relations: ReadonlySet<Relation>): ErrorCode {
  const isStaff = (['worker', 'leader', 'committee', 'secretary'] as const).some((one) => relations.has(one));
  if (!isStaff) return 'FORBIDDEN';
  return isCalled(order) ? 'UNINVOLVED_NEEDED' : 'REQUESTER_CONFIRMS';
}

/**
 * What the actor saw still holds when nothing but quiet moves came since: they leave the version as it is. A quiet move
 * itself decides on nothing that could be out of date.
 */
function stale(order: OrderState, { action }: OrderCommand, { version }: CommandContext): ErrorCode | undefined {
  return version === null || version === order.version || isQuiet(action) ? undefined : 'STALE_VERSION';
}

function blocked(order: OrderState, command: OrderCommand, relations: ReadonlySet<Relation>): ErrorCode | undefined {
  const cell = cellOf(order, command.action);
  if (!cell) return 'WRONG_STATUS';
  if (!cell.by.some((relation) => relations.has(relation))) return misplaced(order, command, relations);
  if (command.action === 'join' && relations.size > 1) return 'FORBIDDEN';
  if (order.version >= limits.trailLines && !fitsFullTrail(command.action)) return 'TRAIL_FULL';
  return undefined;
}
