import { object, v } from '../../platform/validation';

/**
 * How much of it one day bears, so that nobody's orders are buried under another's and no list of numbers is read out.
 * A day is one of Asia/Shanghai.
 */
export interface DailyLimits {
  /** Orders of one person for whose number nobody vouches. */
  readonly newcomerOrders: number;
  /** Orders of one person whom the community knows. */
  readonly residentOrders: number;
  /** Emergencies of one person; they count as orders, too. */
  readonly emergencies: number;
  /** Orders of all newcomers at one card; whom the community knows is never held up by them. */
  readonly cardOrders: number;
  /** Emergencies of all newcomers at one card. */
  readonly cardEmergencies: number;
  /** Orders that one person of the staff writes down. */
  readonly intakeOrders: number;
  /** Numbers that one person looks at. */
  readonly reveals: number;
  /** So many days after its end an order still gives a party's number. */
  readonly revealDays: number;
}

export const defaultDailyLimits: DailyLimits = {
  newcomerOrders: 5,
  residentOrders: 20,
  emergencies: 3,
  cardOrders: 30,
  cardEmergencies: 10,
  intakeOrders: 200,
  reveals: 40,
  revealDays: 30,
};

const perDay = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000));

export const dailyLimitsSchema = object({
  newcomerOrders: perDay,
  residentOrders: perDay,
  emergencies: perDay,
  cardOrders: perDay,
  cardEmergencies: perDay,
  intakeOrders: perDay,
  reveals: perDay,
  revealDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(365)),
});
