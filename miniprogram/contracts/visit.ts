import type { Hat } from './hat';
import type { NameApart } from './name-apart';

/** What somebody found at the door. `help`: something is to be done, of which the grid worker hears. */
export const visitOutcomes = ['well', 'help', 'absent'] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

/** What became of a courtyard head's visit, which somebody else confirms. */
export const confirmationStates = ['asked', 'confirmed', 'denied', 'lapsed'] as const;
export type ConfirmationState = (typeof confirmationStates)[number];

/** So many days back a visit may be written down. */
export const visitDaysBack = 14;
/** So many days ahead the next one may be planned. */
export const visitDaysAhead = 92;

/** Somebody who lives in a household. `alone`: by themselves, and agreed that those who serve them see it. */
export interface ResidentView extends NameApart {
  readonly personId: string;
  readonly name: string;
  readonly tenant: boolean;
  readonly alone: boolean;
  /** Who wrote down that they said so, or took it back, and when; absent where they did it themselves. */
  readonly heard?: HeardView;
}

/** Who heard somebody say something, and when. */
export interface HeardView {
  readonly byName: string;
  readonly at: string;
}

/** A day of a visit, `2026-11-28`, and who made it or means to. */
export interface VisitDay {
  readonly day: string;
  readonly byName: string;
}

/** A household as whoever looks after it sees it: in lists people who live alone first, then by the day that is due. */
export interface HouseholdView {
  readonly placeId: string;
  readonly label: string;
  readonly residents: readonly ResidentView[];
  /** How many live there; more than `residents` names where they are very many. */
  readonly people: number;
  readonly alone: boolean;
  /** The last visit at which somebody was met; absent before the first. */
  readonly last?: VisitDay;
  /** The last time that nobody opened, since then. */
  readonly missed?: VisitDay;
  readonly planned?: VisitDay;
  /** By when somebody goes again. */
  readonly dueDay: string;
}

/** One visit. `note` is absent once it was forgotten. */
export interface VisitView {
  readonly visitId: string;
  readonly day: string;
  readonly byName: string;
  readonly hat: Hat;
  readonly outcome: VisitOutcome;
  readonly note?: string;
  /** Of a courtyard head's: what others said of it. */
  readonly confirmation?: ConfirmationState;
  readonly confirmedBy?: string;
}

/** A courtyard head's visit that waits for somebody's word. */
export interface WaitingVisitView {
  readonly visitId: string;
  readonly label: string;
  readonly day: string;
  readonly byName: string;
  /** Of the reader's own household: they know by themselves; staff ask first. */
  readonly own: boolean;
}

export interface VisitApi {
  /** Those that the hat in use looks after. */
  'visit.listHouseholds': {
    input: { cursor?: string };
    output: { households: readonly HouseholdView[]; next?: string };
  };
  /**
   * One household with its visits, the newest first. `mayRegister`: the reader registers who moves in and out;
   * `mayRecordAlone`: writes down who says that they live alone.
   */
  'visit.getHousehold': {
    input: { placeId: string; cursor?: string };
    output: {
      household: HouseholdView;
      visits: readonly VisitView[];
      mayRegister: boolean;
      mayRecordAlone: boolean;
      next?: string;
    };
  };
  /** Says when the next visit is meant to be; without a day nothing is planned. */
  'visit.plan': { input: { placeId: string; day?: string; requestId: string }; output: HouseholdView };
  'visit.record': {
    input: { placeId: string; day: string; outcome: VisitOutcome; note?: string; requestId: string };
    output: HouseholdView;
  };
  /** Somebody said that they live alone and may be looked after for it, or took that back. */
  'visit.recordAlone': {
    input: { placeId: string; personId: string; alone: boolean; requestId: string };
    output: HouseholdView;
  };
  /** Somebody's whole number; they see who looked. */
  'visit.revealPhone': {
    input: { placeId: string; personId: string; requestId: string };
    output: { name: string; phone: string };
  };
  'visit.listToConfirm': {
    input: { cursor?: string };
    output: { visits: readonly WaitingVisitView[]; next?: string };
  };
  'visit.confirm': { input: { visitId: string; agree: boolean; requestId: string }; output: VisitView };
}
