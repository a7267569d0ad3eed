import type { Result } from '../../../platform/result';
import type { OrderState } from '../../document/order';
import type { CommandFor } from '../command';
import type { MoveContext, MoveEffect } from '../effect';

/** Wrong codes that an order bears; then other evidence is due. */
export const maxCodeAttempts = 5;

/** Needs one piece of evidence (S2-13): photos, the resident's code, or a call with a word about it. */
export function complete(order: OrderState, command: CommandFor<'complete'>, context: MoveContext): Result<MoveEffect> {
  const { claim } = command;
  if (claim.kind === 'photo' && claim.evidence.photos.length === 0)
    return { ok: false, code: 'EVIDENCE_NEEDED', field: 'evidence.fileIds' };
  if (claim.kind === 'phone' && claim.evidence.note === null)
    return { ok: false, code: 'EVIDENCE_NEEDED', field: 'evidence.note' };
  if (claim.kind === 'code') {
    if (order.finishAttempts >= maxCodeAttempts) return { ok: false, code: 'EVIDENCE_NEEDED', field: 'evidence.code' };
    if (claim.code !== order.finishCode) return { ok: false, code: 'WRONG_CODE', field: 'evidence.code' };
  }
  const { kind, note } = claim.evidence;
  return {
    ok: true,
    data: {
      change: { evidence: claim.evidence, completedAt: context.at, ...(order.triedOn && { triedOn: [] }) },
      line: { reason: kind, note },
    },
  };
}
