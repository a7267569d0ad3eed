/** What whoever does an order asked its requester, and for how long they wait for the answer. */
export interface Question {
  readonly words: string;
  readonly by: { readonly personId: string; readonly name: string };
  readonly at: Date;
  readonly until: Date;
  /** When the requester was reminded of it. */
  readonly warnedAt: Date | null;
}
