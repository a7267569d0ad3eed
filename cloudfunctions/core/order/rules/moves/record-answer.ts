import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import { closing } from '../closing';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';

/** What somebody outside answered, which ends it for the community, too; nobody here earns by it. */
export function recordAnswer(
  order: OrderState,
  { answer }: CommandFor<'recordAnswer'>,
  { at }: MoveContext,
): Result<MoveEffect> {
  return { ok: true, data: { change: { ...closing(order, 'transferred', at), answer }, line: { note: answer } } };
}
