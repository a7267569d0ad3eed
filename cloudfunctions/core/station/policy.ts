import { object, v } from '../platform/validation';

/** What a community decided on its stations. */
export interface StationPolicy {
  /** How often somebody reported on a day is forgotten after so many days; the orders that came of it stay. */
  readonly reportRetentionDays: number;
}

export const defaultStationPolicy: StationPolicy = { reportRetentionDays: 30 };

export const stationPolicySchema = object({
  reportRetentionDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)),
});
