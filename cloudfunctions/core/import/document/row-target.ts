import type { EnrolmentChannel } from '../../../../miniprogram/contracts/enrolment';
import type { PostHat } from '../../../../miniprogram/contracts/hat';
import type { Person } from '../../person/person';
import type { PlaceRef } from '../../place/place';

/** The fields of a person that a row fills; what it does not say is absent and stays as it is. */
export type PersonFields = Partial<
  Pick<
    Person,
    | 'surnameKey'
    | 'phone'
    | 'phoneExtension'
    | 'phoneOwner'
    | 'kinds'
    | 'branchId'
    | 'branchName'
    | 'memberClass'
    | 'home'
    | 'serves'
    | 'employer'
    | 'employerId'
    | 'skills'
    | 'free'
  >
>;

/** A household that is not known yet: writing the row makes it. */
export interface NewHousehold {
  readonly courtyardId: string;
  readonly name: string;
}

/** A position that the row fills. `heldBy`: who held it when the row was looked at. */
export interface PostTarget {
  readonly postId: string;
  readonly isNew: boolean;
  readonly hat: PostHat;
  readonly placeId: string;
  readonly path: string;
  readonly placeName: string;
  readonly colour?: PlaceRef['colour'];
  readonly heldBy: string | null;
}

/** Whom a row is of, and what it says of them. */
export interface RowTarget {
  /** Of somebody known; derived from name and number, or name and home, for somebody new. */
  readonly personId: string;
  readonly isNew: boolean;
  readonly name: string;
  readonly fields: PersonFields;
  readonly household?: NewHousehold;
  /** Of whoever is known: what these fields were (`hashOf`), so that nobody's later word is overwritten. */
  readonly seen?: string;
  readonly post?: PostTarget;
  /** The name of the branch that the list names; else somebody who is known stays where they are. */
  readonly branchName?: string;
  /** Of a member: how they came to enrol, and the day where the list says it. */
  readonly enrolment?: { readonly channel: EnrolmentChannel; readonly day?: string };
}
