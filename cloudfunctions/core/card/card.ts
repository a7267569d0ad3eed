import type { Acts } from '../access/act';
import type { PlaceRef } from '../place/place';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/**
 * A contact card. `_id` is the token in its QR: letters and digits by chance, at most 20, nothing about anybody. It
 * points to a place, and through it to the posts there, never to a person.
 */
export interface Card extends Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly place: PlaceRef;
  readonly size: 'normal' | 'large';
  readonly state: 'open' | 'renewed';
  readonly issuedAt: Date;
  readonly issuedBy: { readonly personId: string; readonly name: string };
  /** Sorts by issue and is unique: `timeKey(issuedAt, token)`. */
  readonly issuedKey: string;
  readonly renewedAt?: Date;
  readonly renewedBy?: { readonly personId: string; readonly name: string };
  /** Why it was reissued, in the words of whoever did it. */
  readonly reason?: string;
  /** The QR picture, once it was asked for. */
  readonly codeFileId?: string;
  /** Of the call that issued it, or that renewed it. */
  readonly request: RequestRecord;
}

export const cards = collection<Card>('cards');
