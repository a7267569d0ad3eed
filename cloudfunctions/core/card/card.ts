import type { CardSize } from '../../../miniprogram/contracts/card';
import type { Hat } from '../../../miniprogram/contracts/hat';
import type { Acts } from '../access/act';
import type { PlaceRef } from '../place/place';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';
import type { CardText } from './rules/card-text';

interface Person {
  readonly personId: string;
  readonly name: string;
}

/**
 * A contact card. `_id` is the token in its QR: letters and digits by chance, at most 20, nothing about anybody. It
 * points to a place, and through it to the posts there, never to a person.
 */
export interface Card extends Acts {
  readonly _id: string;
  readonly communityId: string;
  /** The short number beside its code, for whoever cannot scan (contracts/card-number.ts). */
  readonly number: string;
  readonly place: PlaceRef;
  /** The station at which it hangs; absent for a door's. */
  readonly station?: { readonly stationId: string; readonly name: string };
  readonly size: CardSize;
  readonly state: 'open' | 'renewed' | 'revoked';
  readonly issuedAt: Date;
  readonly issuedBy: Person;
  /** Sorts by issue and is unique: `timeKey(issuedAt, token)`. */
  readonly issuedKey: string;
  readonly renewedAt?: Date;
  readonly renewedBy?: Person;
  /** When it was taken out of use without another in its place. */
  readonly revokedAt?: Date;
  readonly revokedBy?: Person;
  /** Why it was reissued or revoked, in the words of whoever did it. */
  readonly reason?: string;
  /** The QR picture, once it was asked for. */
  readonly codeFileId?: string;
  /** Sorts by place and is unique (`placeKeyOf`); present while the card is in use. */
  readonly placeKey?: string;
  /** What its last paper says; absent until it was printed here. */
  readonly paper?: CardPaper;
  /** The place key, present while a paper must be printed: none was, or it says what is no longer so. */
  readonly toPrintKey?: string;
  /** The place key, present while a printed paper waits for being handed out. */
  readonly toHandOutKey?: string;
  /** Who got its last paper, and from whom. */
  readonly handedOut?: { readonly receivedBy: string; readonly by: Person; readonly hat: Hat; readonly at: Date };
  /** Of the call that issued it, or that changed it last. */
  readonly request: RequestRecord;
}

/** What a paper says, when it was printed, by which task. */
export interface CardPaper {
  readonly text: CardText;
  readonly printedAt: Date;
  readonly taskId: string;
}

export const cards = collection<Card>('cards');

/** Sorts cards by where they hang, and is unique. */
export function placeKeyOf({ place, _id }: Pick<Card, 'place' | '_id'>): string {
  return `${place.path}/>${_id}`;
}
