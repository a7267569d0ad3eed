import type { Result } from '../../../platform/result';
import type { Helper, OrderState } from '../../document/order';
import type { CommandFor } from '../command';
import { begunHours } from '../appointment';
import { isDue, notDue } from '../due';
import type { MoveContext, MoveEffect } from '../effect';
import { replyTimeLeftMs, resumed } from '../question';
import { changeOf, seatsOf } from '../seats';

/**
 * Whoever is at it cannot go on without the requester: they are asked, and the clock stands still until they answer,
 * for no longer than the terms allow all questions together. Hours that the asker had named for coming are off.
 */
export function askRequester(
  order: OrderState,
  { words }: CommandFor<'askRequester'>,
  { actor, at }: MoveContext,
): Result<MoveEffect> {
  if (!actor || order.question) return { ok: false, code: 'WRONG_STATUS' };
  if (actor.personId === order.requester.personId) return { ok: false, code: 'FORBIDDEN' };
  const leftMs = replyTimeLeftMs(order);
  if (leftMs === 0) return { ok: false, code: 'WAITED_ENOUGH' };
  const by = { personId: actor.personId, name: actor.name };
  const question = { words, by, at, until: new Date(at.getTime() + leftMs), warnedAt: null };
  return {
    ok: true,
    data: { change: { question, ...withoutHours(order, actor.personId, at) }, line: { note: words } },
  };
}

function withoutHours(order: OrderState, personId: string, at: Date) {
  const hasNamed = ({ personId: of, appointment, arrivedAt }: Helper) => of === personId && appointment && !arrivedAt;
  const seats = seatsOf(order);
  return seats.some(hasNamed) ? changeOf(seats.map((seat) => (hasNamed(seat) ? unappointed(seat, at) : seat))) : {};
}

/** The same seat, without the hours that were named; those that had begun are remembered. */
function unappointed(seat: Helper, at: Date): Helper {
  const { appointment, ...rest } = seat;
  return appointment ? { ...rest, ...begunHours(seat, at) } : seat;
}

/** The requester answers, or whoever asked waits no longer: the clock goes on. */
export function endQuestion(
  order: OrderState,
  command: CommandFor<'answerQuestion'> | CommandFor<'withdrawQuestion'>,
  context: MoveContext,
): Result<MoveEffect> {
  if (!order.question) return notDue;
  const note = command.action === 'answerQuestion' ? command.words : null;
  return { ok: true, data: { change: resumed(order, context), line: { note } } };
}

/** No answer came in the time that there is. */
export function expireQuestion(order: OrderState, context: MoveContext): Result<MoveEffect> {
  if (!isDue(order, 'expireQuestion', context)) return notDue;
  return { ok: true, data: { change: resumed(order, context) } };
}
