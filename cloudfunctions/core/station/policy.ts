import { object, v } from '../platform/validation';

/** What a community decided on its stations. */
export interface StationPolicy {
  /** How often somebody reported on a day is forgotten after so many days; the orders that came of it stay. */
  readonly reportRetentionDays: number;
  /** Reports of one WeChat user on one day. Absent: `defaultStationPolicy` says. */
  readonly reports?: number;
  /**
   * How often a day the same thing at the same station becomes an order anew, once the one before is done. Absent:
   * `defaultStationPolicy` says.
   */
  readonly ordersAgain?: number;
}

/** A station's policy with the product's own settings wherever the community decided nothing. */
export type FullStationPolicy = Required<StationPolicy>;

export const defaultStationPolicy: FullStationPolicy = {
  reportRetentionDays: 30,
  reports: 5,
  ordersAgain: 3,
};

/** What holds for a community's stations. */
export function fullStationPolicy(decided: StationPolicy | undefined): FullStationPolicy {
  return { ...defaultStationPolicy, ...decided };
}

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

export const stationPolicySchema = object({
  reportRetentionDays: whole(1, 366),
  reports: v.exactOptional(whole(1, 100)),
  ordersAgain: v.exactOptional(whole(1, 20)),
});
