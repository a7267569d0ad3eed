import type {
  CallResult,
  CancelReason,
  ClockAction,
  DeclineReason,
  OrderAction,
  RatingTag,
  RefuseReason,
  ReleaseReason,
} from '../../../../miniprogram/contracts/order';
import type { HolidayCalendar } from '../../time/day-kind';
import type { Reclassified, Relocated } from './triage';
import type { OrderActor } from './relations';
import type { Appointment, Evidence, Party, TrailLine } from '../document/order';

interface WithReason<Reason> {
  readonly reason: Reason;
  readonly note: string | null;
}

/** What a completion claims: photos that were uploaded, the resident's code, a call, or what was done, in writing. */
export type EvidenceClaim =
  | { readonly kind: 'photo' | 'phone' | 'record'; readonly evidence: Evidence }
  | { readonly kind: 'code'; readonly code: string; readonly evidence: Evidence };

/** Somebody whom an order may be offered to. */
export interface Candidate extends Party {
  /** Their team, if any; a captain names who goes out of it. */
  readonly teamId: string | null;
  /** The courtyards whose head they are. */
  readonly headOf?: readonly string[];
  readonly staff?: true;
}

interface Rated {
  readonly stars: number;
  readonly tags: readonly RatingTag[];
  readonly words: string | null;
}

interface Commands {
  readonly dispatch: {
    readonly members: readonly Candidate[];
    readonly pool: boolean;
    readonly note: string | null;
    /** How many are needed; absent where it stays as it is. */
    readonly capacity?: number;
  };
  /** `assignedMember`: whom a captain names; null when the actor goes. */
  readonly accept: { readonly assignedMember: Candidate | null };
  readonly decline: WithReason<DeclineReason>;
  readonly release: WithReason<ReleaseReason>;
  readonly appoint: { readonly appointment: Appointment };
  readonly arrive: object;
  readonly standBy: object;
  readonly appealNoShow: { readonly words: string };
  /** Whose record, whether it is taken back, and why. */
  readonly ruleNoShow: { readonly personId: string; readonly lifted: boolean; readonly reason: string };
  readonly complete: { readonly claim: EvidenceClaim };
  readonly confirm: Rated;
  readonly changeRating: Rated;
  readonly makePrivate: object;
  /** `finishCode`: the old one is known to whoever came, so that a new one is due. */
  readonly reopen: { readonly words: string; readonly finishCode: string };
  readonly cancel: WithReason<CancelReason>;
  readonly refuse: WithReason<RefuseReason>;
  readonly merge: { readonly intoId: string };
  readonly reclassify: Reclassified;
  readonly relocate: Relocated;
  readonly transfer: { readonly to: string; readonly note: string | null };
  readonly recordAnswer: { readonly answer: string };
  readonly recordCall: { readonly result: CallResult };
  readonly askRequester: { readonly words: string };
  readonly answerQuestion: { readonly words: string };
  readonly withdrawQuestion: object;
  /** Whoever is taken off it, and why. */
  readonly removeHelper: { readonly personId: string; readonly reason: string };
  readonly leavePool: object;
  readonly remind: object;
  readonly join: object;
  readonly warn: object;
  readonly escalate: object;
  readonly lapse: object;
  readonly restore: object;
  readonly passOn: object;
  readonly relist: object;
  readonly expire: object;
  /** Whoever moved away. */
  readonly withdraw: { readonly personId: string };
  readonly noShow: object;
  readonly passSeat: object;
  readonly expireQuestion: object;
}
type AnyAction = OrderAction | ClockAction;
export type CommandFor<Action extends AnyAction> = { readonly action: Action } & Commands[Action];
export type OrderCommand = { readonly [Action in AnyAction]: CommandFor<Action> }[AnyAction];

/** Who asks for a move, when, and under which request. `actor` is null for the clock. */
export interface CommandContext {
  readonly actor: OrderActor | null;
  readonly at: Date;
  /** The version that the actor saw; null for the clock, which looks at the order itself. */
  readonly version: number | null;
  readonly request: TrailLine['request'];
  /** Public holidays, where the order’s terms count working days; nobody else needs them. */
  readonly calendar?: HolidayCalendar;
}
