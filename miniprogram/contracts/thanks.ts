import type { CaseState, HideReason } from './moderation';
import type { RecognitionPart } from './recognition';

/**
 * `wall`: what everybody reads; `toMe`: what was written to the reader; `own`: what they wrote; `waiting`: what a
 * person is to look at first.
 */
export const thanksLists = ['wall', 'toMe', 'own', 'waiting'] as const;
export type ThanksList = (typeof thanksLists)[number];

/** Thanks for one closed order. Nobody reads how many there are. */
export interface ThanksView {
  readonly orderId: string;
  readonly words: string;
  /** Who is thanked, without those who do not want to be shown. */
  readonly helperNames: readonly string[];
  readonly gridName: string;
  readonly at: string;
  /** For its author, and for who decides. */
  readonly state?: CaseState;
  readonly reason?: HideReason;
  readonly mayDecide?: true;
}

export interface ThanksPage {
  /** The community decided to show it. */
  readonly shown: boolean;
  readonly thanks: readonly ThanksView[];
  /** Where the reader does not want to be shown. */
  readonly hidden: readonly RecognitionPart[];
  /** The reader looks at what waits. */
  readonly decides: boolean;
  readonly next?: string;
}

export interface ThanksApi {
  /** Thanks for an order of one's own that was done; written again, the words take the place of the former. */
  'recognition.thank': { input: { orderId: string; words: string; requestId: string }; output: ThanksView };
  'recognition.listThanks': { input: { list: ThanksList; cursor?: string }; output: ThanksPage };
  /** Shows it, in words without what others are not to read where these are given, or hides it for a reason. */
  'recognition.decideThanks': {
    input: { orderId: string; show: boolean; words?: string; reason?: HideReason; requestId: string };
    output: ThanksView;
  };
}
