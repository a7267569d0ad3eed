import type { Hat } from '../../../miniprogram/contracts/hat';
import type { VisitTime } from '../../../miniprogram/contracts/order';
import type { Skill } from '../../../miniprogram/contracts/skill';
import type { MemberClass } from '../../../miniprogram/contracts/passbook';
import { collection } from '../platform/database';
import type { MemberHours } from './hours';
import type { Portrait } from './portrait';
import type { PlaceAct, PlaceRef } from '../place/place';
import type { RequestRecord } from '../platform/request';

/**
 * `serviceMember`: works elsewhere and reported to this community (S2); `branchMember`: belongs to its branch (S3).
 * `veteran`, `volunteer`: what a section's team is made of beside its party member (S1-12).
 */
export const personKinds = [
  'resident',
  'tenant',
  'serviceMember',
  'branchMember',
  'courier',
  'merchant',
  'veteran',
  'volunteer',
] as const;
export type PersonKind = (typeof personKinds)[number];

/**
 * Who vouches for a number. `typed`: nobody but whoever typed it; `office`: an office entered it; `wechat`: WeChat
 * proved it; `disproved`: it was typed, and then somebody else proved it to be theirs.
 */
export const phoneSources = ['typed', 'office', 'wechat', 'disproved'] as const;
export type PhoneSource = (typeof phoneSources)[number];

/** Somebody became a member of a branch, or of another class of it; `memberClass` null: they are none any more. */
export interface Membership {
  readonly branchId: string;
  readonly memberClass: MemberClass | null;
  readonly reason: string;
  /** Who decided it. */
  readonly personId: string;
  readonly name: string;
  readonly hat: Hat;
  readonly at: Date;
  readonly request: RequestRecord;
}

export interface Person {
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  /** How the surname is read, without tone, to sort by; absent where it is read as usual and no list said so. */
  readonly surnameKey?: string;
  /** Digits alone, as `readPersonPhone` reads them. Two people may share one (an old couple). */
  readonly phone: string;
  /** What has to be dialled after a landline answers. */
  readonly phoneExtension?: string;
  readonly phoneSource: PhoneSource;
  /** `other`: a daughter's, a neighbour's, at which the person is called; whoever proves it is somebody else. */
  readonly phoneOwner: 'self' | 'other';
  /**
   * An office put another number in the place of one by which somebody had become them. Whoever proves the new one is
   * them, and those who proved the former one are not; until then nobody knows which.
   */
  readonly corrected?: { readonly phone: string; readonly at: Date };
  readonly kinds: readonly PersonKind[];
  /** The branch that keeps a member's books; absent for who is no member of any. */
  readonly branchId?: string;
  /** Its name, where it is not the community's first. */
  readonly branchName?: string;
  /** Only of members of a branch that keeps classes (S3-06). */
  readonly memberClass?: MemberClass;
  /** How they came to belong to a branch and to its classes by somebody's word, the latest last; bounded. */
  readonly memberships?: readonly Membership[];
  /** Where they live; absent for a member who only serves here. */
  readonly home?: PlaceRef;
  /** Lives alone (独居), with consent: those who serve them see it. */
  readonly alone?: boolean;
  /** Who heard them say so, or take it back, last; absent where they said it with their own hand. */
  readonly aloneHeard?: { readonly personId: string; readonly name: string; readonly hat: Hat; readonly at: Date };
  /** The grid that a member reported to (S2-03); members of a kind have exactly one. */
  readonly serves?: PlaceRef;
  readonly employer?: string;
  /** Of a member: the employer that these words name (`person/employer-id.ts`). */
  readonly employerId?: string;
  readonly teamId?: string;
  /** The same team as suggestions show it: what it can do, and whether this person leads it. */
  readonly team?: { readonly name: string; readonly skill: string; readonly captain: boolean };
  /** Orders accepted in a month, kept by `jobs`; of another month it says nothing. */
  readonly load?: { readonly month: string; readonly count: number };
  /** Agreed to the sign 党员中心户 at the door (S2-04). */
  readonly centreHousehold?: boolean;
  /** Since when; absent where nobody wrote it down. */
  readonly centreSince?: Date;
  /** Of a grid worker who agreed to it: on cards, on paper and on the screen. */
  readonly portrait?: Portrait;
  /** The committee member who guides this young one (S3-08). */
  readonly mentorId?: string;
  /** Of a mentor: whom they were given; who of them still names them is an apprentice. */
  readonly apprenticeIds?: readonly string[];
  /**
   * What a member can help with, and when; `atWork` lists the times when they are not to be asked unless it is urgent.
   */
  readonly skills: readonly Skill[];
  readonly free: readonly VisitTime[];
  readonly atWork: readonly VisitTime[];
  /** The same in hours, which then decide; absent where they said nothing. */
  readonly hours?: MemberHours;
  /** Somebody without a login can be offered nothing. */
  readonly reachable: boolean;
  /** When they moved away: they are in no list, and a number that they had binds nobody. */
  readonly leftAt?: Date;
  /** When a call last changed what suggestions look at, where no projection follows: the hour's job does. */
  readonly helperAt?: Date;
  readonly acts?: readonly PlaceAct[];
  /** Of the call that said so. */
  readonly request?: RequestRecord;
}

export const people = collection<Person>('people');
