import type { GridColour } from './hat';
import type { NameApart } from './name-apart';
import type { Skill } from './skill';

/**
 * How a working party member comes to enrol with the community where they live: as a group with the party group of a
 * grid, online, at the office, after somebody asked around, and two ways that each community names for itself (S2-02).
 */
export const enrolmentChannels = ['group', 'online', 'visit', 'outreach', 'free1', 'free2'] as const;
export type EnrolmentChannel = (typeof enrolmentChannels)[number];

/** The channels that a community gives a name of its own; one without a name is not in use. */
export const freeChannels = ['free1', 'free2'] as const satisfies readonly EnrolmentChannel[];
export type FreeChannel = (typeof freeChannels)[number];

/** `asked`: online, and nobody of the grid has said yes yet. */
export const enrolmentStates = ['asked', 'enrolled', 'refused'] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

/** The six items of the welcome, in the order of the article (S2-05). */
export const welcomeItems = ['letter', 'duty', 'suggestion', 'group', 'badge', 'preview'] as const;
export type WelcomeItem = (typeof welcomeItems)[number];

/** What the member does or gets without anybody of the grid; the badge is handed over. */
export const ownWelcomeItems = [
  'letter',
  'duty',
  'suggestion',
  'group',
  'preview',
] as const satisfies readonly WelcomeItem[];

/** Who one call enrols, at most. */
export const groupLimit = 12;

/** One of the six: absent `at` stands for not done. `orderId`: what became of the suggestion. */
export interface WelcomeItemView {
  readonly item: WelcomeItem;
  readonly at?: string;
  readonly byName?: string;
  readonly orderId?: string;
  /** Whether the reader may tick it. */
  readonly mayTick: boolean;
  /** Whether the reader may take the tick back. */
  readonly mayClear: boolean;
}

export interface EnrolmentSummary extends Pick<NameApart, 'phoneEnd'> {
  readonly personId: string;
  readonly name: string;
  readonly state: EnrolmentState;
  readonly channel: EnrolmentChannel;
  /** A free channel's name, as it was when they enrolled. */
  readonly channelName?: string;
  readonly gridName: string;
  readonly colour?: GridColour;
  /** When they asked, or were enrolled. */
  readonly at: string;
  /** How many of the six items have a day. */
  readonly welcomed: number;
}

export interface EnrolmentView extends EnrolmentSummary {
  readonly enrolledAt?: string;
  /** Who enrolled them, or decided on it. */
  readonly byName?: string;
  readonly reason?: string;
  readonly welcome: readonly WelcomeItemView[];
  /** The duties that they chose. */
  readonly skills: readonly Skill[];
  /** Whether the reader decides on it now. */
  readonly mayDecide: boolean;
  /** They agreed to the sign of a member's household at their door, since then (S2-04). */
  readonly centreSince?: string;
  readonly hours: HoursView;
}

/** Hours on some days of the week, on Shanghai's clock. `days`: 1 Monday … 7 Sunday; minutes since midnight. */
export interface HoursWindow {
  readonly days: readonly number[];
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** When a member works, and when they are free beside it; empty where they said nothing. */
export interface HoursView {
  readonly work: readonly HoursWindow[];
  readonly free: readonly HoursWindow[];
}

/** Windows of one kind. */
export const maxWindows = 4;

/** A household with the sign, and the building and section that it leads (S2-06). */
export interface CentreView {
  readonly personId: string;
  readonly name: string;
  readonly household: string;
  readonly building?: string;
  readonly sectionName?: string;
  readonly gridName: string;
  readonly colour?: GridColour;
  readonly since?: string;
}

/** A grid that can be chosen. */
export interface GridChoice {
  readonly gridId: string;
  readonly name: string;
  readonly colour?: GridColour;
}

/** A channel in use; a free one with its name. */
export interface ChannelChoice {
  readonly channel: EnrolmentChannel;
  readonly name?: string;
}

/** What became of one line of a group. `otherName`: the number is somebody else's of the community. */
export const groupOutcomes = ['enrolled', 'already', 'otherName'] as const;
export type GroupOutcome = (typeof groupOutcomes)[number];

/** How far those who came by one channel got; `asked` is the sum of the three states. */
export interface FunnelLine {
  readonly channel: EnrolmentChannel;
  readonly name?: string;
  readonly asked: number;
  readonly waiting: number;
  readonly refused: number;
  readonly enrolled: number;
  /** All six items have a day. */
  readonly welcomed: number;
  /** A resident confirmed what they did. */
  readonly serving: number;
}

export interface FunnelView {
  readonly lines: readonly FunnelLine[];
  readonly total: Omit<FunnelLine, 'channel' | 'name'>;
  /** `mayEnrol`: the hat in use enrols members in it. */
  readonly grids: readonly (GridChoice & { readonly enrolled: number; readonly mayEnrol: boolean })[];
  /** Households with the sign, and how many buildings and sections have one at least (S2-06). */
  readonly centres: { readonly households: number; readonly buildings: number; readonly sections: number };
  /** The channels in use. */
  readonly channels: readonly ChannelChoice[];
}

/** What a member is and does in their grid, in the five parts of the article (S2-01), each from what happened. */
export interface PresenceView {
  readonly personId: string;
  readonly name: string;
  readonly gridName: string;
  readonly colour?: GridColour;
  readonly enrolled: {
    readonly at: string;
    readonly channel: EnrolmentChannel;
    readonly channelName?: string;
    readonly byName: string;
    readonly welcomed: number;
  };
  /** Since when they wear the badge or have the sign, said what they do, and did it; absent before. */
  readonly shown: {
    readonly identityAt?: string;
    readonly promiseAt?: string;
    readonly skills: readonly Skill[];
    readonly deedAt?: string;
  };
  /** Meetings of the branch that keeps their book: counted this year, and ever. */
  readonly learning: PresenceCount;
  /** Services that a resident confirmed. */
  readonly service: PresenceCount;
  readonly management: {
    /** Service points, as their book says now. */
    readonly points: number;
    /** Lines of it that they contest and nobody has answered. */
    readonly contested: number;
    readonly team?: string;
    readonly isCaptain: boolean;
    readonly hours: HoursView;
  };
}

/** How often, and on which day last. */
export interface PresenceCount {
  readonly thisYear: number;
  readonly ever: number;
  readonly lastAt?: string;
}

export interface EnrolmentApi {
  /**
   * One's own, or that of somebody in reach; the grids to choose from, the reader's own, and the place of an order that
   * they make.
   */
  'enrolment.get': {
    input: { personId?: string };
    output: { enrolment?: EnrolmentView; grids: readonly GridChoice[]; homeGridId?: string; placeId?: string };
  };
  /** Asks online to be enrolled in one grid; whoever works there decides. */
  'enrolment.request': { input: { gridId: string; requestId: string }; output: EnrolmentView };
  'enrolment.decide': {
    input: { personId: string; agree: boolean; reason?: string; requestId: string };
    output: EnrolmentView;
  };
  /** Enrols several at once in one grid; nobody twice. */
  'enrolment.addGroup': {
    input: {
      channel: EnrolmentChannel;
      gridId: string;
      members: readonly { readonly name: string; readonly phone: string }[];
      requestId: string;
    };
    output: { outcomes: readonly { readonly name: string; readonly outcome: GroupOutcome }[] };
  };
  /** Newest first, of the grid or the community of the hat in use. */
  'enrolment.list': {
    input: { state: EnrolmentState; cursor?: string };
    output: { enrolments: readonly EnrolmentSummary[]; next?: string };
  };
  'enrolment.getFunnel': { input: Record<string, never>; output: FunnelView };
  /**
   * Ticks one of the six items, or takes the tick back. `skills` with `duty`: what they are ready to do; `orderId` with
   * `suggestion`: the order that it became.
   */
  'enrolment.tick': {
    input: {
      personId?: string;
      item: WelcomeItem;
      done: boolean;
      skills?: readonly Skill[];
      orderId?: string;
      requestId: string;
    };
    output: EnrolmentView;
  };
  /** Agrees to the sign at one's own door, or withdraws it. */
  'enrolment.setCentre': { input: { agree: boolean; requestId: string }; output: EnrolmentView };
  /** Those who agreed, by where they live; a sign is printed for no other. */
  'enrolment.listCentres': {
    input: { cursor?: string };
    output: { centres: readonly CentreView[]; next?: string };
  };
  /** The five parts of a member who is enrolled: one's own, or of somebody in reach. */
  'enrolment.getPresence': { input: { personId?: string }; output: PresenceView };
  /** When one works and when one is free; suggestions for orders follow it. */
  'enrolment.setHours': {
    input: { work: readonly HoursWindow[]; free: readonly HoursWindow[]; requestId: string };
    output: EnrolmentView;
  };
}
