/**
 * Why a confirmed order moved no points. `samePerson`, `sameNumber`, `sameHousehold`: nobody earns from themselves.
 * `unknownRequester`: nobody but whoever did it has dealt with somebody whose number nobody checked. `pairCap`: the two
 * had earned from each other as often as a month allows. `byPost`: it was done by virtue of a post.
 */
export const awardRefusals = [
  'samePerson',
  'sameNumber',
  'sameHousehold',
  'unknownRequester',
  'pairCap',
  'byPost',
] as const;
export type AwardRefusal = (typeof awardRefusals)[number];

/** Who is to say that an order is solved: its requester, or staff who had no hand in it and ask on the phone. */
export interface ConfirmerView {
  readonly by: 'requester' | 'worker' | 'leader' | 'committee';
  /** Of a holder who is known by name; staff alone are told. */
  readonly name?: string;
}
