/** Ways to points in which one person earns by another's word. `signed`: an activity that one closed and one signed.
 * `vouched`: an errand that a courtyard head vouched for. */
export const pairWays = ['confirmed', 'called', 'signed', 'vouched'] as const;
export type PairWay = (typeof pairWays)[number];

/** Two people between whom points moved as often as a month allows, or nearly. */
export interface PairView {
  readonly month: string;
  readonly way: PairWay;
  /** Whose word it was; absent where a private order is among the cases, but for the secretary. */
  readonly giverName?: string;
  readonly earnerName: string;
  readonly paid: number;
  /** Above the cap: moved nothing. */
  readonly unpaid: number;
  readonly cap: number;
  readonly unpaidSources: readonly string[];
}
