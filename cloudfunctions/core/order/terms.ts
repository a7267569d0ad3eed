/** The policy that judges one order: copied into it when it is made, so that no promise moves later (docs/adr/0003-terms.md). */
export interface OrderTerms {
  /** Somebody accepts within these hours of the first dispatch (S2-12). */
  readonly acceptWithinHours: number;
  /** The part of that time after which the people concerned are warned. */
  readonly warnAt: number;
  /** Hours after the deadline at which it reaches grid worker, grid leader, secretary. */
  readonly escalateAfterHours: readonly number[];
  /** After so many returns only the secretary dispatches. */
  readonly returnsBeforeRuling: number;
  /** So many silent days after completion close an order as unrated. */
  readonly silenceDays: number;
  /** What a confirmation moves to the member; null where the community awards none. */
  readonly award: AwardTerms | null;
}

export interface AwardTerms {
  readonly ruleId: string;
  readonly version: number;
  /** Whole points, above zero. */
  readonly points: number;
}

export const standardTerms: OrderTerms = {
  acceptWithinHours: 72,
  warnAt: 2 / 3,
  escalateAfterHours: [0, 4, 8],
  returnsBeforeRuling: 2,
  silenceDays: 7,
  award: { ruleId: 'order', version: 1, points: 5 },
};
