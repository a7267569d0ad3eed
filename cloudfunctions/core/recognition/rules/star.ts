import type { StarExclusion } from '../../../../miniprogram/contracts/star';
import { kinshipOf, type PersonTraces } from '../../person/kinship';

/** A service as it is judged: who did it, for whom, who closed it. */
export interface JudgedService {
  readonly helper: PersonTraces;
  readonly requester: PersonTraces;
  /** Who said that it was done; absent where nobody did. */
  readonly closerId?: string;
  /** Who decides about the star. */
  readonly deciderId?: string;
  readonly isOptedOut: boolean;
}

/**
 * Why a service does not count; null where it does. Nobody earns by themselves, by their household, or by their own
 * word.
 */
export function exclusionOf(service: JudgedService): StarExclusion | null {
  const { helper, requester, closerId, deciderId, isOptedOut } = service;
  const kinship = kinshipOf(helper, requester);
  if (kinship === 'samePerson') return 'self';
  if (kinship !== null) return 'household';
  if (helper.personId === closerId) return 'closer';
  if (helper.personId === deciderId) return 'decider';
  return isOptedOut ? 'optedOut' : null;
}

/** What a result follows from: `to` did it for `from`, or was voted for by `from`. */
export interface StarFact {
  readonly to: string;
  readonly from: string;
  readonly excluded: StarExclusion | null;
}

export interface Count {
  readonly key: string;
  readonly count: number;
}

/** How many different `from` each `to` has, of those that count; the most first. */
export function countDistinct(facts: readonly StarFact[]): readonly Count[] {
  const found = new Map<string, Set<string>>();
  for (const { to, from, excluded } of facts)
    if (excluded === null) found.set(to, (found.get(to) ?? new Set()).add(from));
  return [...found]
    .map(([key, from]) => ({ key, count: from.size }))
    .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}

/** Who helped most households; whoever has as many as the last of them is chosen among as well. */
export function finalistsOf(services: readonly StarFact[], wanted: number): readonly Count[] {
  const counts = countDistinct(services);
  const least = counts[Math.min(wanted, counts.length) - 1]?.count ?? 0;
  return counts.filter(({ count }) => count >= least);
}

/**
 * Whoever has most votes; among equal ones whoever helped more households, and all of those where these are equal too.
 * Nobody where nobody voted.
 */
export function winnersOf(finalists: readonly Count[], votes: readonly StarFact[]): readonly string[] {
  const votesOf = new Map(countDistinct(votes).map(({ key, count }) => [key, count]));
  const stood = finalists.map((one) => ({ ...one, votes: votesOf.get(one.key) ?? 0 }));
  const most = Math.max(0, ...stood.map((one) => one.votes));
  if (most === 0) return [];
  const first = stood.filter((one) => one.votes === most);
  const households = Math.max(...first.map(({ count }) => count));
  return first.filter(({ count }) => count === households).map(({ key }) => key);
}
