import type { NameApart } from './name-apart';
import type { RecognitionPart } from './recognition';

/** `voting`: residents choose; `counting`: the days of voting are over, and nobody decided yet. */
export const starStates = ['voting', 'counting', 'decided'] as const;
export type StarState = (typeof starStates)[number];

/** Why a service, or a vote, does not count. */
export const starExclusions = ['self', 'household', 'closer', 'decider', 'optedOut'] as const;
export type StarExclusion = (typeof starExclusions)[number];

/** Somebody among whom residents choose. */
export interface FinalistView extends NameApart {
  readonly personId: string;
  readonly name: string;
  /** What they are called among the inputs. */
  readonly key: string;
  /** How many households they helped that count. */
  readonly households: number;
  /** Once it is decided. */
  readonly votes?: number;
}

/** The star of service (服务之星) of one month. */
export interface StarView {
  /** The community decided to show it. */
  readonly shown: boolean;
  readonly month: string;
  /** Absent where there is none for that month. */
  readonly state?: StarState;
  /** How many of those who helped most households are chosen among. */
  readonly finalistsWanted?: number;
  readonly votingUntil?: string;
  readonly finalists: readonly FinalistView[];
  /** Several where votes and households are equal, none where nobody voted. */
  readonly winners: readonly string[];
  /** An order of the reader's own was done and closed in that month. */
  readonly mayVote: boolean;
  readonly votedFor?: string;
  readonly mayDecide: boolean;
  readonly hidden: readonly RecognitionPart[];
}

/** One service or one vote, by keys that name nobody: from these anybody recomputes the result (S2-22). */
export interface StarInputView {
  readonly inputId: string;
  /** Who did it, or who was voted for. */
  readonly to: string;
  /** The household for which it was done, or who voted. */
  readonly from: string;
  readonly excluded?: StarExclusion;
}

export interface StarApi {
  /** Of the month that is named, else of the one before this. */
  'recognition.getStar': { input: { month?: string }; output: StarView };
  /** One vote each, for who had an order closed in that month; voting again changes it. */
  'recognition.vote': { input: { month: string; personId: string; requestId: string }; output: StarView };
  /** After the days of voting: counts, and says who it is. */
  'recognition.decideStar': { input: { month: string; requestId: string }; output: StarView };
  /** All that the result follows from; votes once it is decided. */
  'recognition.listStarInputs': {
    input: { month: string; of: 'services' | 'votes'; cursor?: string };
    output: { inputs: readonly StarInputView[]; next?: string };
  };
}
