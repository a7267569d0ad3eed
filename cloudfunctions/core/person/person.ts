import type { OrderCategory, VisitTime } from '../../../miniprogram/contracts/order';
import type { MemberClass } from '../../../miniprogram/contracts/passbook';
import { collection } from '../platform/database';
import type { PlaceRef } from '../place/place';

/** `serviceMember`: works elsewhere and reported to this community (S2); `branchMember`: belongs to its branch (S3). */
export const personKinds = ['resident', 'tenant', 'serviceMember', 'branchMember', 'courier', 'merchant'] as const;
export type PersonKind = (typeof personKinds)[number];

export interface Person {
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  /** 11 digits. Two people may share one (an old couple). */
  readonly phone: string;
  readonly phoneVerified: boolean;
  readonly kinds: readonly PersonKind[];
  /** Only of members of a branch that keeps classes (S3-06). */
  readonly memberClass?: MemberClass;
  /** Where they live; absent for a member who only serves here. */
  readonly home?: PlaceRef;
  /** Lives alone (独居), with consent: those who serve them see it. */
  readonly alone?: boolean;
  /** The grid that a member reported to (S2-03); members of a kind have exactly one. */
  readonly serves?: PlaceRef;
  readonly employer?: string;
  readonly teamId?: string;
  /** The same team as suggestions show it: what it can do, and whether this person leads it. */
  readonly team?: { readonly name: string; readonly skill: string; readonly captain: boolean };
  /** Orders accepted in a month, kept by `jobs`; of another month it says nothing. */
  readonly load?: { readonly month: string; readonly count: number };
  /** Agreed to the sign 党员中心户 at the door (S2-04). */
  readonly centreHousehold?: boolean;
  /** The committee member who guides this young one (S3-08). */
  readonly mentorId?: string;
  /**
   * What a member can help with, and when; `atWork` lists the times when they are not to be asked unless it is urgent.
   */
  readonly skills: readonly OrderCategory[];
  readonly free: readonly VisitTime[];
  readonly atWork: readonly VisitTime[];
  /** Somebody without a login can be offered nothing. */
  readonly reachable: boolean;
}

export const people = collection<Person>('people');
