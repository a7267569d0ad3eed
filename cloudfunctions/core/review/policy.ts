import { reviewSources, type ReviewSource } from '../../../miniprogram/contracts/review';
import { object, v } from '../platform/validation';

/** By what a community assesses a month (S2-19, S2-20). */
export interface ReviewPolicy {
  /** The sources that count; none: months are counted, and nobody is assessed. */
  readonly sources: readonly ReviewSource[];
  /** What one of a source is worth, in percent; of a source that does not count it waits. */
  readonly weights: Readonly<Record<ReviewSource, number>>;
}

/** The light-burden setting assesses nobody; what is chosen begins with one for one, an absence against it. */
export const defaultReviewPolicy: ReviewPolicy = {
  sources: [],
  weights: { organization: 100, attendance: 100, absence: -100, service: 100, residents: 100 },
};

const percent = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** What may be set, and how far; an absence gives nothing. */
export const reviewPolicySchema = object({
  sources: v.pipe(
    v.array(v.picklist(reviewSources)),
    v.maxLength(reviewSources.length),
    v.check((sources) => new Set(sources).size === sources.length),
  ),
  weights: object({
    organization: percent(0, 1_000),
    attendance: percent(0, 1_000),
    absence: percent(-1_000, 0),
    service: percent(0, 1_000),
    residents: percent(0, 1_000),
  }),
});
