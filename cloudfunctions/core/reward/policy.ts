import { object, v } from '../platform/validation';

/** What one thing that a courtyard head did is worth. A rule is never changed: a new version follows it. */
export interface HeadRule {
  readonly ruleId: string;
  readonly version: number;
  readonly points: number;
}

/** What a community decided on courtyard points. */
export interface RewardPolicy {
  /** For an errand that the head vouched for and its requester confirmed, a tenant registered, a visit made (S1-19). */
  readonly heads: { readonly errand: HeadRule; readonly tenant: HeadRule; readonly visit: HeadRule };
  /** How often a month one head earns by the word of the same person. */
  readonly pairCap: number;
  /** So many days a thing stays put aside, and never beyond its month (S1-20). */
  readonly pickUpDays: number;
  /** So many hours who waited has to answer. */
  readonly answerHours: number;
}

/** The product's own numbers: a bottle of detergent for ten errands or so. */
export const defaultRewardPolicy: RewardPolicy = {
  heads: {
    errand: { ruleId: 'errand-vouched', version: 1, points: 3 },
    tenant: { ruleId: 'tenant-registered', version: 1, points: 2 },
    visit: { ruleId: 'visit-made', version: 1, points: 1 },
  },
  pairCap: 4,
  pickUpDays: 7,
  answerHours: 24,
};

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const rule = object({
  ruleId: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  version: whole(1, 1_000_000),
  points: whole(0, 100),
});

/** What may be set, and how far. */
export const rewardPolicySchema = object({
  heads: object({ errand: rule, tenant: rule, visit: rule }),
  pairCap: whole(0, 100),
  pickUpDays: whole(1, 31),
  answerHours: whole(1, 168),
});
