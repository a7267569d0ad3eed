import type { SuggestionReason, SuggestionView } from '../../../../miniprogram/contracts/suggestion';
import type { Helper } from './helper';
import { monthText } from '../../time/shanghai';
import { tellApart } from '../../person/rules/namesakes';
import type { PlaceRef } from '../../place/place';
import type { Offer, OrderState, Requester } from '../document/order';
import type { OrderTerms } from '../document/terms';
import { skillOf } from '../rules/categories';
import { isAtWorkThen, isFreeOnSaturday, isFreeThen } from './availability';
import { defaultMatchingPolicy, type MatchingPolicy } from './policy';

/** What suggestions look at of an order. */
export type SuggestedOrder = Pick<OrderState, 'category' | 'skill' | 'when' | 'urgent'> &
  Partial<Pick<OrderState, 'private' | 'headTurn'>> & {
    readonly terms: Pick<OrderTerms, 'matching'>;
    readonly offers: readonly Pick<Offer, 'personId' | 'state'>[];
    readonly requester: Pick<Requester, 'personId'>;
    readonly place: Pick<PlaceRef, 'gridId' | 'courtyardId'>;
  };

/** Orders in a month that are still little. */
const littleLoad = 1;

/** What reasons and load weigh, by the terms of the order. */
const matchingOf = ({ terms }: SuggestedOrder): MatchingPolicy => terms.matching ?? defaultMatchingPolicy;

/** The place of somebody in the ranking: the page behind it begins with whoever comes next. */
export interface Rank {
  readonly score: number;
  readonly load: number;
  readonly memberId: string;
}

type Weights = MatchingPolicy['weights'];

export interface Scored extends SuggestionView {
  readonly score: number;
}

/** People and teams who could help, best first, each with the reasons that speak for and against. Pure. */
export function suggestHelpers(order: SuggestedOrder, people: readonly Helper[], now: Date): readonly Scored[] {
  const excluded = excludedIds(order);
  const skill = skillOf(order);
  const able = people.filter((person) => person.reachable && !excluded.has(person._id));
  const teams = able
    .filter(({ team }) => team?.captain && team.skill === skill)
    .map((captain) => scoreTeam(order, captain, people, now));
  const led = new Set(teams.map(({ memberId }) => memberId));
  const alone = able
    .filter(({ _id, serves }) => !led.has(_id) && serves !== undefined)
    .map((person) => scorePerson(order, person, now));
  return ranked(apart([...alone, ...teams], able));
}

/** Who shares a name with another is told apart by the end of their number. */
function apart(scored: readonly Scored[], people: readonly Helper[]): readonly Scored[] {
  const known = people.map(({ _id: personId, name, phoneEnd }) => ({
    ...{ personId, name },
    ...(phoneEnd !== undefined && { phoneEnd }),
  }));
  const mark = tellApart(known, 'phoneEnd');
  return scored.map((one) => ({ ...one, ...mark(one.memberId) }));
}

/**
 * The requester, whoever is asked at the moment, and whoever said no. Whose offer lapsed because another was faster may
 * be asked again. Of a private errand, the courtyard's head is to know nothing.
 */
function excludedIds(order: SuggestedOrder): ReadonlySet<string> {
  const answered = order.offers.filter(({ state }) => state !== 'lapsed');
  const kept = order.private && order.headTurn ? [order.headTurn.head.personId] : [];
  return new Set([order.requester.personId, ...kept, ...answered.map(({ personId }) => personId)]);
}

/** The members of a captain's team who could go, best first: the captain names one of them (S2-09). Pure. */
export function suggestTeamMembers(
  order: SuggestedOrder,
  team: readonly Helper[],
  captainId: string,
  now: Date,
): readonly Scored[] {
  const others = team.filter(
    ({ _id, reachable }) => reachable && _id !== captainId && _id !== order.requester.personId,
  );
  return ranked(
    apart(
      others.map((person) => scorePerson(order, person, now)),
      others,
    ),
  );
}

const ranked = (scored: readonly Scored[]): readonly Scored[] => [...scored].sort(compareRanks);

function compareRanks(left: Rank, right: Rank): number {
  if (left.score !== right.score) return right.score - left.score;
  if (left.load !== right.load) return left.load - right.load;
  return left.memberId === right.memberId ? 0 : left.memberId < right.memberId ? -1 : 1;
}

/** Those who come behind a place in the ranking. */
export function rankedBehind(all: readonly Scored[], rank: Rank | undefined): readonly Scored[] {
  return rank === undefined ? all : all.filter((one) => compareRanks(one, rank) > 0);
}

export function suggestionView({ memberId, name, phoneEnd, team, reasons, load }: Scored): SuggestionView {
  return { memberId, name, ...(phoneEnd !== undefined && { phoneEnd }), ...(team && { team }), reasons, load };
}

function scorePerson(order: SuggestedOrder, person: Helper, now: Date): Scored {
  const { weights, loadWeight } = matchingOf(order);
  const load = loadOf(person, now);
  const reasons = reasonsFor(order, person, { load, now });
  return {
    memberId: person._id,
    name: person.name,
    reasons: shown(reasons, weights),
    load,
    score: scoreOf(reasons, weights) - loadWeight * load,
  };
}

/** A team is asked through its captain; its load is that of an average member. */
function scoreTeam(order: SuggestedOrder, captain: Helper, people: readonly Helper[], now: Date): Scored {
  const { weights, loadWeight } = matchingOf(order);
  const members = people.filter(({ teamId }) => teamId !== undefined && teamId === captain.teamId);
  const load = members.reduce((sum, member) => sum + loadOf(member, now), 0);
  const free = members.filter((member) => isFreeThen(member, order.when, now)).length;
  const reasons: SuggestionReason[] = ['skill', ...(free > 0 ? (['free-then'] as const) : [])];
  return {
    memberId: captain._id,
    name: captain.name,
    team: { name: captain.team?.name ?? '', free },
    reasons: shown(reasons, weights),
    load,
    score: scoreOf(reasons, weights) - (loadWeight * load) / Math.max(members.length, 1),
  };
}

interface Moment {
  readonly load: number;
  readonly now: Date;
}

function reasonsFor(order: SuggestedOrder, person: Helper, { load, now }: Moment): readonly SuggestionReason[] {
  const { home } = person;
  const isNeighbour = home?.courtyardId !== undefined && home.courtyardId === order.place.courtyardId;
  const isFree = isFreeThen(person, order.when, now);
  const freeOnSaturday = order.when !== 'saturday' && isFreeOnSaturday(person, now);
  const checks: readonly (readonly [SuggestionReason, boolean])[] = [
    ['same-courtyard', isNeighbour],
    ['same-grid', !isNeighbour && person.serves?.gridId === order.place.gridId],
    ['skill', person.skills.some((one) => one === skillOf(order))],
    ['free-then', order.when !== 'any' && isFree],
    ['free-on-saturday', freeOnSaturday && !isFree],
    ['little-load', load <= littleLoad],
    ['at-work-then', !order.urgent && isAtWorkThen(person, order.when, now)],
  ];
  return checks.filter(([, holds]) => holds).map(([reason]) => reason);
}

function loadOf({ load }: Helper, now: Date): number {
  return load?.month === monthText(now) ? load.count : 0;
}

function scoreOf(reasons: readonly SuggestionReason[], weights: Weights): number {
  return reasons.reduce((sum, reason) => sum + weights[reason], 0);
}

function shown(reasons: readonly SuggestionReason[], weights: Weights): SuggestionView['reasons'] {
  return reasons.map((reason) => ({ reason, against: weights[reason] < 0 }));
}
