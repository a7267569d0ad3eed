import type { ThanksView } from '../../../../miniprogram/contracts/thanks';
import { caseOf, lastHiding } from '../../moderation/rules/case';
import { wordsPart, type ThanksNote } from './thanks-note';

export interface ThanksReader {
  /** Who does not want to be shown. */
  readonly hidden: ReadonlySet<string>;
  /** Its author, or who decides: they read it as it was written, and where it stands. */
  readonly isWhole: boolean;
  readonly mayDecide: boolean;
}

export function thanksView(note: ThanksNote, { hidden, isWhole, mayDecide }: ThanksReader): ThanksView {
  const found = caseOf(note, wordsPart);
  const reason = found && lastHiding(found)?.reason;
  return {
    orderId: note._id,
    words: isWhole ? note.words : (note.publicWords ?? note.words),
    helperNames: note.helpers.filter(({ personId }) => !hidden.has(personId)).map(({ name }) => name),
    gridName: note.gridName,
    at: note.at.toISOString(),
    ...(isWhole && found && { state: found.state }),
    ...(isWhole && reason && { reason }),
    ...(mayDecide && { mayDecide: true as const }),
  };
}
