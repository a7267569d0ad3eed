import type { Acts } from '../../access/act';
import { collection } from '../../platform/database';
import type { RequestRecord } from '../../platform/request';
import { awaitsDecision, caseOf, type Moderated } from '../../moderation/rules/case';

/** Thanks for a closed order. `_id` is the order's. Nobody reads it before a person looked at it. */
export interface ThanksNote extends Acts, Moderated {
  readonly _id: string;
  readonly communityId: string;
  readonly gridName: string;
  readonly authorId: string;
  /** Who did it. */
  readonly helpers: readonly { readonly personId: string; readonly name: string }[];
  readonly helperIds: readonly string[];
  readonly words: string;
  /** What others read, where whoever decided took something out. */
  readonly publicWords?: string;
  readonly at: Date;
  /** Sorts by time and is unique: `timeKey(at, _id)`. */
  readonly timeKey: string;
  /** Derived from its case. */
  readonly shown: boolean;
  readonly awaits: boolean;
  readonly requests: readonly RequestRecord[];
}

export const thanksNotes = collection<ThanksNote>('thanksNotes');

/** The one part of it that others would read. */
export const wordsPart = 'words';

/** What lists find it by, as its case stands. */
export function shownAndAwaits(moderated: Moderated): Pick<ThanksNote, 'shown' | 'awaits'> {
  const found = caseOf(moderated, wordsPart);
  return { shown: found?.state === 'shown', awaits: found !== undefined && awaitsDecision(found) };
}
