import type { SuggestionReason } from '../../../../miniprogram/contracts/suggestion';
import { object, v } from '../../platform/validation';

/** What a community decided on who is suggested for an order, and on which orders are the same trouble. */
export interface MatchingPolicy {
  /** For so many days an open order of the same courtyard and category counts as the same trouble. */
  readonly similarDays: number;
  /** What each reason adds to a suggestion; below 0 it speaks against. */
  readonly weights: Readonly<Record<SuggestionReason, number>>;
  /** What each order of this month takes off. */
  readonly loadWeight: number;
}

/**
 * Being at work then outweighs any single reason but living next door; who has the skill and is free stays before who
 * has neither, however much they did this month.
 */
export const defaultMatchingPolicy: MatchingPolicy = {
  similarDays: 7,
  weights: {
    'same-courtyard': 4,
    'same-grid': 1,
    skill: 3,
    'free-then': 2,
    'free-on-saturday': 1,
    'little-load': 1,
    'at-work-then': -4,
  },
  loadWeight: 0.5,
};

/** No community counts orders as the same trouble for longer. */
export const maxSimilarDays = 30;

const weight = v.pipe(v.number(), v.minValue(-10), v.maxValue(10));

export const matchingPolicySchema = object({
  similarDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxSimilarDays)),
  weights: object({
    'same-courtyard': weight,
    'same-grid': weight,
    skill: weight,
    'free-then': weight,
    'free-on-saturday': weight,
    'little-load': weight,
    'at-work-then': weight,
  }),
  loadWeight: v.pipe(v.number(), v.minValue(0), v.maxValue(10)),
});
