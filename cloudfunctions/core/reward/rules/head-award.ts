import type { AwardRefusal } from '../../../../miniprogram/contracts/award';
import type { EntryCause } from '../../../../miniprogram/contracts/passbook';
import type { Posting } from '../../passbook/entry';
import type { PairCase } from '../../passbook/pairs/pair-count';
import { kinshipOf, type PersonTraces } from '../../person/kinship';
import type { HeadRule } from '../policy';

/** What a courtyard head earns by (S1-19). */
export const headDeeds = ['errand', 'tenant', 'visit'] as const;
export type HeadDeed = (typeof headDeeds)[number];

interface Somebody {
  readonly personId: string;
  readonly name: string;
}

/** One thing that a head did, and by whose word it counts: the tenant's own, or that of a second person. */
export interface HeadCase {
  /** What it is about, for good: an order, a registration, a visit. Each pays once. */
  readonly sourceId: string;
  readonly communityId: string;
  readonly branchName: string;
  readonly deed: HeadDeed;
  readonly rule: HeadRule;
  readonly pairCap: number;
  readonly head: Somebody;
  readonly confirmer: Somebody;
  readonly at: Date;
  readonly title: string;
  /** Whose own words the title is; null where it is the branch's. */
  readonly titleBy: string | null;
  readonly private: boolean;
}

/** What is known of the two between whom points would move. */
export interface HeadFacts {
  readonly head: PersonTraces;
  readonly confirmer: PersonTraces;
  /** Somebody vouches for the confirmer's number, or they have no word in it: staff asked and confirmed. */
  readonly isConfirmerKnown: boolean;
  /** Whether the month still allows the pair one more. */
  readonly isUnderCap: boolean;
}

export type HeadDecision =
  { readonly posting: Posting; readonly refused: null } | { readonly posting: null; readonly refused: AwardRefusal };

const causes = { errand: 'vouched', tenant: 'tenant', visit: 'visit' } as const satisfies Readonly<
  Record<HeadDeed, EntryCause>
>;

/** The posting key of what a head did. */
export function headKey(deed: HeadDeed, sourceId: string): string {
  return `${causes[deed]}:${sourceId}`;
}

/**
 * What a head earns, or why not: nobody earns from themselves, from their own household, or from somebody of whom
 * nobody else knows. Null where the rule gives nothing. Pure.
 */
export function decideHeadAward(one: HeadCase, facts: HeadFacts): HeadDecision | null {
  if (one.rule.points <= 0) return null;
  const kinship = kinshipOf(facts.confirmer, facts.head);
  if (kinship) return { posting: null, refused: kinship };
  if (!facts.isConfirmerKnown) return { posting: null, refused: 'unknownRequester' };
  return facts.isUnderCap ? { posting: postingOf(one), refused: null } : { posting: null, refused: 'pairCap' };
}

function postingOf({ deed, sourceId, rule, head, ...one }: HeadCase): Posting {
  return {
    postingKey: headKey(deed, sourceId),
    communityId: one.communityId,
    unit: 'courtyard',
    personId: head.personId,
    name: head.name,
    memberClass: null,
    branchName: one.branchName,
    at: one.at,
    cause: causes[deed],
    title: one.title,
    titleBy: one.titleBy,
    points: rule.points,
    countDelta: 1,
    rule: { id: rule.ruleId, version: rule.version },
    sourceId,
    reversal: null,
  };
}

/** The case that counts against the monthly cap of a head and whoever confirmed. */
export function headPairCase({ communityId, head, confirmer, at, pairCap, sourceId, ...one }: HeadCase): PairCase {
  return {
    communityId,
    way: 'vouched',
    giver: { personId: confirmer.personId, name: confirmer.name },
    earner: { personId: head.personId, name: head.name },
    at,
    cap: pairCap,
    sourceId,
    private: one.private,
  };
}
