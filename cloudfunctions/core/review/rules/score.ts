import { reviewSources, type ReviewScoring, type ReviewSource } from '../../../../miniprogram/contracts/review';
import { absencesOf, timesOf, type MonthSums } from './sums';

/** What a community decided, as a month keeps it: the sources that count, in their order, with their weights. */
export function scoringOf(policy: {
  readonly sources: readonly ReviewSource[];
  readonly weights: Readonly<Record<ReviewSource, number>>;
}): ReviewScoring {
  return reviewSources
    .filter((source) => policy.sources.includes(source))
    .map((source) => ({ source, weight: policy.weights[source] }));
}

/**
 * A member's month in one number: of each source so much as there is of it, by its weight in percent; rounded to a
 * tenth. Undefined where nothing counts.
 */
export function scoreOf(scoring: ReviewScoring, sums: MonthSums): number | undefined {
  if (scoring.length === 0) return undefined;
  const hundredths = scoring.reduce((sum, { source, weight }) => sum + weight * amounts[source](sums), 0);
  return tenths(hundredths / 100);
}

/** Several months together; undefined where none has a score. */
export function addScores(scores: readonly (number | undefined)[]): number | undefined {
  const known = scores.filter((score) => score !== undefined);
  return known.length === 0 ? undefined : tenths(known.reduce((sum, score) => sum + score, 0));
}

/** Never a zero below zero, which would be written with a sign. */
const tenths = (value: number): number => Math.round(value * 10) / 10 || 0;

/** Lines that were written late count in the month that they count in. */
const amounts: Readonly<Record<ReviewSource, (sums: MonthSums) => number>> = {
  organization: ({ organization }) => organization.points + organization.latePoints,
  attendance: ({ organization }) => timesOf(organization),
  absence: ({ organization }) => absencesOf(organization),
  service: ({ service }) => service.points + service.latePoints,
  residents: ({ service }) => timesOf(service),
};
