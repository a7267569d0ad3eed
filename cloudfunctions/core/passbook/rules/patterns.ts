import type { PatternView } from '../../../../miniprogram/contracts/pattern';
import type { Grant } from '../grants/grant';
import type { PairCount } from '../pairs/pair-count';

/** So many lines by hand within an hour are a burst; a meeting's forgotten few are not. */
const burstLines = 5;
const burstMs = 3_600_000;
/** So often one person gives the same other one by hand. */
const givenTimes = 3;
const nearPart = 3 / 4;
/** Of so many services or rolls on, a share says something. */
const leastCounted = 4;
const unsaidShare = 1 / 2;
const oneHandShare = 4 / 5;

type ByHand = Pick<Grant, 'proposal' | 'personId' | 'personName'>;

/** The longest run of lines that one person proposed within an hour, for each who has one. Pure. */
export function burstsOf(grants: readonly ByHand[]): readonly PatternView[] {
  return [...groupBy(grants, ({ proposal }) => proposal.personId).values()].flatMap((own) => {
    const moments = own.map(({ proposal }) => proposal.at.getTime()).sort((one, other) => one - other);
    const runs = moments.map((start) => moments.filter((at) => at >= start && at < start + burstMs).length);
    const lines = Math.max(...runs);
    const first = moments[runs.indexOf(lines)] ?? 0;
    const name = own[0]?.proposal.name ?? '';
    return lines < burstLines ? [] : [{ kind: 'burst', name, lines, at: new Date(first).toISOString() } as const];
  });
}

/** Who gave the same person by hand again and again. Pure. */
export function givenPairsOf(grants: readonly ByHand[]): readonly PatternView[] {
  const pairs = groupBy(grants, ({ proposal, personId }) => `${proposal.personId}>${personId}`);
  return [...pairs.values()].flatMap((own) => {
    const [one] = own;
    if (!one || own.length < givenTimes) return [];
    return [{ kind: 'givenPair', name: one.proposal.name, to: one.personName, lines: own.length } as const];
  });
}

/** Whose monthly sum by hand came near the cap. Pure. */
export function nearGrantCapsOf(
  months: readonly { readonly name: string; readonly points: number }[],
  cap: number,
): readonly PatternView[] {
  return months
    .filter(({ points }) => cap > 0 && points >= cap * nearPart)
    .map(({ name, points }) => ({ kind: 'nearGrantCap', name, points, cap }));
}

type CountedPair = Pick<PairCount, 'way' | 'giver' | 'earner' | 'paid' | 'unpaid' | 'cap' | 'near' | 'private'>;

/** Pairs that came near their cap. Pure. */
export function nearPairCapsOf(pairs: readonly CountedPair[]): readonly PatternView[] {
  return pairs
    .filter(({ near }) => near)
    .map(({ way, giver, earner, paid, unpaid, cap, private: isPrivate }) => ({
      kind: 'nearPairCap',
      way,
      ...(!isPrivate && { name: giver.name }),
      to: earner.name,
      times: paid + unpaid,
      cap,
    }));
}

/** Who earned at least half of their services on a call instead of the residents' own word. Pure. */
export function unsaidOf(pairs: readonly CountedPair[]): readonly PatternView[] {
  const services = pairs.filter(({ way }) => way === 'confirmed' || way === 'called');
  return [...groupBy(services, ({ earner }) => earner.personId).values()].flatMap((own) => {
    const of = own.reduce((sum, { paid }) => sum + paid, 0);
    const lines = own.filter(({ way }) => way === 'called').reduce((sum, { paid }) => sum + paid, 0);
    const name = own[0]?.earner.name ?? '';
    return of < leastCounted || lines < of * unsaidShare ? [] : [{ kind: 'unsaid', name, lines, of } as const];
  });
}

/** Who closed nearly all rolls of one branch. Pure. */
export function oneHandsOf(
  activities: readonly { readonly closing: { readonly personId: string; readonly name: string } | null }[],
): readonly PatternView[] {
  const closed = activities.flatMap(({ closing }) => closing ?? []);
  if (closed.length < leastCounted) return [];
  return [...groupBy(closed, ({ personId }) => personId).values()].flatMap((own) =>
    own.length < closed.length * oneHandShare
      ? []
      : [{ kind: 'oneHand', name: own[0]?.name ?? '', lines: own.length, of: closed.length } as const],
  );
}

/** Those that share a key, in the order in which keys came first. */
export function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? [];
    group.push(one);
    groups.set(keyOf(one), group);
  }
  return groups;
}
