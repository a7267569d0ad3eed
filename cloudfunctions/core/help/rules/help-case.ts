import { helpLimits } from '../../../../miniprogram/contracts/help';
import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import type { HelpCase, HelpNote } from '../help-case';

/** What somebody does to a case: one more note, or its end. */
export type HelpMove = 'note' | 'close';

/** Why a move cannot be made: it is closed, somebody else was quicker, or it holds as many notes as it may. */
export function moveFault(one: HelpCase, move: HelpMove, version: number): ErrorCode | null {
  if (!one.open) return 'ALREADY_SETTLED';
  if (one.version !== version) return 'STALE_VERSION';
  return move === 'note' && one.notes.length >= helpLimits.notes ? 'CASE_FULL' : null;
}

/** A case after a move. `keepUntil`: when a case that is closed now is forgotten. Pure. */
export function moved(
  one: HelpCase,
  move: HelpMove,
  { note, keepUntil }: { readonly note: HelpNote; readonly keepUntil: Date },
): Pick<HelpCase, 'notes' | 'open' | 'outcome' | 'keepUntil' | 'version'> {
  const version = one.version + 1;
  if (move === 'note') return { notes: [...one.notes, note], open: true, version };
  return { notes: one.notes, open: false, outcome: note, keepUntil, version };
}
