/** What the kinds of order carry that others do not: an errand the turn of a head, a wish its Saturday. */

/** Whoever holds the post of a courtyard's head when an errand is made there. */
export interface CourtyardHead {
  readonly personId: string;
  readonly name: string;
}

/**
 * How far the head of an errand's courtyard is with it. `asked`: they are to vouch for it first. `vouched`: they looked
 * at it and handed it on. `silent`: their time ended. `skipped`: it is private, so that they are asked nothing (S1-18).
 */
export interface HeadTurn {
  readonly head: CourtyardHead;
  readonly state: 'asked' | 'vouched' | 'silent' | 'skipped';
}

/** A published wish: the red Saturday that it waits for or is handed over on, and for how many it was in the pool. */
export interface PublishedWish {
  readonly saturday: string;
  readonly listed: number;
}
