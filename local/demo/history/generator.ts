import type { Posting } from '../../../cloudfunctions/core/passbook/entry';
import type { Delivery } from './inboxes';
import type { SimulationContext } from './simulation-context';

/** Half a year. Everything that began in an earlier one has ended in it. */
export const halfYearDays = 182;

/** One noun's half-year: its documents, with the points and messages that they gave rise to. */
export interface Generated<Document> {
  readonly documents: readonly Document[];
  readonly postings: readonly Posting[];
  readonly deliveries: readonly Delivery[];
}

/** Makes the history of one noun in one community, from random streams of its own. */
export interface NounGenerator<Document> {
  /** `halfYear` counts back from now: 0 is the last one, in which something is still under way. */
  generate(context: SimulationContext, halfYear: number): Generated<Document>;
}
