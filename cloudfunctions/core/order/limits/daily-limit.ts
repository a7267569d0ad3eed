import type { Login } from '../../access/login';
import type { Wanted } from '../../platform/look-up';
import { dayText } from '../../time/shanghai';
import { candidateNumbers } from './candidates';
import { defaultDailyLimits, type DailyLimits } from './policy';

/** What may happen so often a day. Each time takes one of its slots, which a unique index gives away once. */
export interface DailyLimit {
  /** What, whose and on which day: `newcomer:p1:2026-11-28`; a slot adds its number, from 1. */
  readonly key: string;
  readonly limit: number;
  /** Slots are first looked for among so many, before the community's own limit is known. */
  readonly spread: number;
  /** The input's field that is to blame where it is not the call as a whole. */
  readonly field?: string;
}

type LimitName = Exclude<keyof DailyLimits, 'revealDays'>;
type Orderer = Pick<Login, 'personId' | 'communityId' | 'phoneVerified' | 'home'>;

/**
 * What a resident's order counts against. A newcomer counts at the card that they came by, too: there may be many of
 * them behind one picture of it.
 */
export function limitsOfOrder(orderer: Orderer, isEmergency: boolean, limits: DailyLimits, at: Date): DailyLimit[] {
  const { personId, communityId, phoneVerified, home } = orderer;
  const cardId = home?.placeId ?? communityId;
  const limit = (kind: string, whose: string, name: LimitName) => dailyLimit(`${kind}:${whose}`, name, limits, at);
  const emergency = (kind: string, whose: string, name: LimitName): DailyLimit[] =>
    isEmergency ? [{ ...limit(kind, whose, name), field: 'category' }] : [];
  const ofPerson = emergency('emergency', personId, 'emergencies');
  if (phoneVerified) return [limit('resident', personId, 'residentOrders'), ...ofPerson];
  return [
    limit('newcomer', personId, 'newcomerOrders'),
    limit('card', cardId, 'cardOrders'),
    ...ofPerson,
    ...emergency('cardEmergency', cardId, 'cardEmergencies'),
  ];
}

/** The kinds of limits of a resident's order, and which fields of a login say whose they are. */
const kindsOfOrder = [
  { kind: 'resident', whose: ['personId'], name: 'residentOrders' },
  { kind: 'newcomer', whose: ['personId'], name: 'newcomerOrders' },
  { kind: 'emergency', whose: ['personId'], name: 'emergencies' },
  { kind: 'card', whose: ['home.placeId', 'communityId'], name: 'cardOrders' },
  { kind: 'cardEmergency', whose: ['home.placeId', 'communityId'], name: 'cardEmergencies' },
] as const satisfies readonly LimitKind[];

/** The candidates of all limits that the caller's order may count against, by the fields of their login. */
export function wantedSlots(seed: string, at: Date): readonly Wanted[] {
  return wantedOf(kindsOfOrder, seed, at);
}

/** The same of an order that staff write down. */
export function wantedIntakeSlots(seed: string, at: Date): readonly Wanted[] {
  return wantedOf([{ kind: 'intake', whose: ['personId'], name: 'intakeOrders' }], seed, at);
}

interface LimitKind {
  readonly kind: string;
  readonly whose: readonly string[];
  readonly name: LimitName;
}

function wantedOf(kinds: readonly LimitKind[], seed: string, at: Date): readonly Wanted[] {
  return kinds.flatMap(({ kind, whose, name }) =>
    candidateNumbers(kind, defaultDailyLimits[name], seed).flatMap((number) =>
      whose.map((path) => ({ text: [`${kind}:`, { path }, `:${dayText(at)}:${number}`] })),
    ),
  );
}

/** What an order that staff write down counts against. */
export function limitsOfIntake(personId: string, limits: DailyLimits, at: Date): DailyLimit[] {
  return [dailyLimit(`intake:${personId}`, 'intakeOrders', limits, at)];
}

/** What a look at a number counts against. */
export function limitsOfReveal(personId: string, limits: DailyLimits, at: Date): DailyLimit[] {
  return [dailyLimit(`reveal:${personId}`, 'reveals', limits, at)];
}

function dailyLimit(what: string, name: LimitName, limits: DailyLimits, at: Date): DailyLimit {
  return { key: `${what}:${dayText(at)}`, limit: limits[name], spread: defaultDailyLimits[name] };
}
