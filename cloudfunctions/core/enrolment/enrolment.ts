import type { EnrolmentChannel, EnrolmentState, WelcomeItem } from '../../../miniprogram/contracts/enrolment';
import type { Hat } from '../../../miniprogram/contracts/hat';
import type { Skill } from '../../../miniprogram/contracts/skill';
import type { Acts } from '../access/act';
import type { Outbox } from '../message/outbox';
import type { MemberHours } from '../person/hours';
import type { PlaceRef } from '../place/place';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** Who did something about an enrolment, in which hat, when. */
export interface EnrolmentActor {
  readonly personId: string;
  readonly name: string;
  readonly hat: Hat;
  readonly at: Date;
}

/** That one of the six items was done, and by whom; nothing is ticked by itself (S2-05). */
export interface WelcomeTick extends EnrolmentActor {
  /** Of the suggestion: the order that it became. */
  readonly orderId?: string;
}

export type Welcome = Readonly<Partial<Record<WelcomeItem, WelcomeTick>>>;

/**
 * A working member's enrolment with the community where they live (S2-02): one a person, and one grid (S2-03). The
 * grid, the kind and the duties are the person's own fields too, which logins and suggestions follow.
 */
export interface Enrolment extends Outbox, Acts {
  /** The person's id: nobody enrols twice. */
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  readonly state: EnrolmentState;
  readonly channel: EnrolmentChannel;
  /** The name of a free channel, as it was. */
  readonly channelName?: string;
  readonly grid: PlaceRef;
  readonly askedAt: Date;
  /** Who enrolled them, or decided on it; null while it waits. */
  readonly decision: (EnrolmentActor & { readonly reason: string | null }) | null;
  readonly welcome: Welcome;
  /** The duties that they chose. */
  readonly skills: readonly Skill[];
  /** They agreed to the sign at their door: since when, and where it hangs. Null, or absent, where they do not. */
  readonly centre?: { readonly agreedAt: Date; readonly home: PlaceRef } | null;
  /** What they said of their time, copied to the person. */
  readonly hours?: MemberHours;
  /** A resident has confirmed what they did at least once. */
  readonly serving: boolean;
  /** Sorts by `askedAt` and is unique. */
  readonly listKey: string;
  /** Counts every change: one is only written over the revision that it was made from. */
  readonly revision: number;
  /** The last requests that made or changed it, bounded. */
  readonly requests: readonly RequestRecord[];
}

export const enrolments = collection<Enrolment>('enrolments');

/** How many of one channel are where. */
export interface ChannelCounts {
  readonly waiting: number;
  readonly refused: number;
  readonly enrolled: number;
  readonly welcomed: number;
  readonly serving: number;
}

/** How many enrolled with a community, kept with each change of an enrolment. `_id` is the community's. */
export interface EnrolmentCounts {
  readonly _id: string;
  readonly channels: Readonly<Partial<Record<EnrolmentChannel, Partial<ChannelCounts>>>>;
  /** By the id of the grid: who is enrolled. */
  readonly grids: Readonly<Record<string, number>>;
  /** Households with the sign by the id of their building, and of their section, or grid where it has none. */
  readonly buildings?: Readonly<Record<string, number>>;
  readonly sections?: Readonly<Record<string, number>>;
}

export const enrolmentCounts = collection<EnrolmentCounts>('enrolmentCounts');
