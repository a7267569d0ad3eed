/**
 * Every refusal, closed. `retry`: the same call with the same requestId may succeed later.
 * `text/errors.ts` has a sentence for each; a code without one does not compile.
 */
export const errorTable = {
  INVALID_INPUT: { retry: false },
  REQUEST_REUSED: { retry: false },
  NOT_SIGNED_IN: { retry: false },
  PHONE_NEEDED: { retry: false },
  PHONE_UNPROVED: { retry: false },
  PHONE_CODE_REFUSED: { retry: false },
  HOME_NEEDED: { retry: false },
  CHANGE_BY_REQUEST: { retry: false },
  FORBIDDEN: { retry: false },
  NOT_FOUND: { retry: false },
  STALE_VERSION: { retry: false },
  WRONG_STATUS: { retry: false },
  /** What is asked for is being made, could not be made, or was deleted. */
  NOT_READY: { retry: false },
  TAKEN: { retry: false },
  TOO_EARLY: { retry: false },
  REVIEW_TOO_EARLY: { retry: false },
  NOT_SHARED: { retry: false },
  NOT_SHOWN: { retry: false },
  /** Nobody holds the post that would answer. */
  NOBODY_ANSWERS: { retry: false },
  NO_VOTE: { retry: false },
  VOTE_CONFLICT: { retry: false },
  VOTING_GOES_ON: { retry: false },
  VOTING_OVER: { retry: false },
  NOT_OFFERED: { retry: false },
  DUPLICATE_ORDER: { retry: false },
  OWN_ORDER: { retry: false },
  WAITED_ENOUGH: { retry: false },
  HOURS_OVER: { retry: false },
  PART_DONE: { retry: false },
  NOT_MERGEABLE: { retry: false },
  REQUESTER_CONFIRMS: { retry: false },
  UNINVOLVED_NEEDED: { retry: false },
  RULING_NEEDED: { retry: false },
  BEFORE_SATURDAY: { retry: false },
  HEAD_FIRST: { retry: false },
  CALL_NEEDED: { retry: false },
  MEMBER_UNREACHABLE: { retry: false },
  EVIDENCE_NEEDED: { retry: false },
  WRONG_CODE: { retry: false },
  CODE_USED_UP: { retry: false },
  PHOTO_TOO_LARGE: { retry: false },
  PHOTO_FORMAT: { retry: false },
  PHOTO_HEIC: { retry: false },
  PHOTO_UNREADABLE: { retry: false },
  PHOTO_REPEATED: { retry: false },
  CONTENT_REFUSED: { retry: false },
  WORDS_WITHHELD: { retry: false },
  CONTENT_UNCHECKED: { retry: true },
  TOO_MANY: { retry: true },
  ACTIVITY_CLOSED: { retry: false },
  ACTIVITY_NOT_STARTED: { retry: false },
  ACTIVITY_CALLED_OFF: { retry: false },
  ACTIVITY_MARKED: { retry: false },
  /** The roll is not fixed yet. */
  ROLL_OPEN: { retry: false },
  MARK_TOO_EARLY: { retry: false },
  CODE_OFF: { retry: false },
  SIGN_CODE_REFUSED: { retry: false },
  SIGN_CODE_OVER: { retry: false },
  OTHER_BRANCH_MEETING: { retry: false },
  NOBODY_MARKED: { retry: false },
  LEAVE_WAITING: { retry: false },
  NOT_INVITED: { retry: false },
  ALREADY_PRESENT: { retry: false },
  PAIR_CAP_REACHED: { retry: false },
  BRANCH_TOO_LARGE: { retry: false },
  BRANCH_KNOWN: { retry: false },
  OTHER_BRANCH: { retry: false },
  HOLDS_POST: { retry: false },
  MENTOR_FULL: { retry: false },
  POLICY_INVALID: { retry: false },
  ALREADY_REVERSED: { retry: false },
  /** A line of a redemption goes back with the redemption alone. */
  REDEMPTION_LINE: { retry: false },
  SECOND_PERSON_NEEDED: { retry: false },
  ALREADY_CONTESTED: { retry: false },
  CONTEST_TOO_LATE: { retry: false },
  ALREADY_PROPOSED: { retry: false },
  ALREADY_SETTLED: { retry: false },
  GRANT_CAP_REACHED: { retry: false },
  REASON_TOO_SHORT: { retry: false },
  OPENED_ALREADY: { retry: false },
  RATING_TOO_LATE: { retry: false },
  REVEAL_TOO_LATE: { retry: false },
  TRAIL_FULL: { retry: false },
  OUT_OF_STOCK: { retry: false },
  LIMIT_REACHED: { retry: false },
  LIST_FULL: { retry: false },
  QUEUE_FULL: { retry: false },
  CASE_FULL: { retry: false },
  /** An activity or a training of a site: as many come as it has room for; it has begun. */
  RECORD_FULL: { retry: false },
  RECORD_BEGUN: { retry: false },
  POINTS_SHORT: { retry: false },
  PRICE_CHANGED: { retry: false },
  VOUCHER_ENDED: { retry: false },
  STOCK_CHANGED: { retry: false },
  COUNT_AGREES: { retry: false },
  PLACE_CHANGED: { retry: false },
  PLACE_MISPLACED: { retry: false },
  PLACE_NOT_EMPTY: { retry: false },
  PLACE_LIVED_IN: { retry: false },
  PLACE_HAS_HOLDER: { retry: false },
  COLOUR_TAKEN: { retry: false },
  GRIDS_FULL: { retry: false },
  PERSON_KNOWN: { retry: false },
  VISITED_ALREADY: { retry: false },
  NOT_ENROLLED: { retry: false },
  SETUP_CODE_REFUSED: { retry: false },
  /** The mini-program's contract is older than the functions serve (`contracts/version.ts`). */
  CLIENT_OUTDATED: { retry: false },
  BUSY: { retry: true },
  INTERNAL: { retry: true },
  /** Said by the phone itself: no reply came, the call may have run. */
  NETWORK: { retry: true },
} as const;
export type ErrorCode = keyof typeof errorTable;

/** An order as people speak of it. */
export interface OrderName {
  readonly orderId: string;
  readonly number: string;
}

/**
 * What every endpoint answers. `field` is the input's path (`photos.1`), where one is to blame; `retryAt`, with
 * `TOO_MANY`, the ISO time from which on it works again; `left`, with `WRONG_CODE`, the tries left; `order`, with
 * `DUPLICATE_ORDER`, the open order that says the same.
 */
export type Reply<T> =
  | { readonly ok: true; readonly data: T }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      readonly field?: string;
      readonly retryAt?: string;
      readonly left?: number;
      readonly order?: OrderName;
      readonly requestId: string;
    };
