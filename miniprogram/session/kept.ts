/**
 * What this phone showed last: the first screen and the card, one of each, so that whoever has no network still has the number to
 * call. It belongs to one person, and goes when another holds the phone.
 */
import type { Output } from '../contracts/api';
import type { CardView } from '../contracts/card';
import type { SessionView } from '../contracts/person';
import { forget, keep, readKept } from '../services/platform/storage';

type Home = Output<'home.get'>;
type OpenCardView = Extract<CardView, { state: 'open' }>;

/** Of what is kept: what an older version kept in another is not drawn. Raise it with the contract of either. */
const shape = 2;

/** As large as a reply may be. */
const mostCharacters = 64 * 1024;

/** Everything on this phone that is one person's, beside the session itself. */
const personal = ['home', 'opened-card', 'card', 'draft', 'intake'] as const;

interface KeptHome {
  readonly shape: number;
  readonly home: Home;
}
interface KeptOpenCard {
  readonly shape: number;
  readonly token: string;
  readonly card: OpenCardView;
}

const isOfNow = (value: unknown): value is { shape: number } =>
  typeof value === 'object' && value !== null && 'shape' in value && value.shape === shape;
const isHome = (value: unknown): value is KeptHome =>
  isOfNow(value) && 'home' in value && typeof value.home === 'object';
const isOpenCard = (value: unknown): value is KeptOpenCard =>
  isOfNow(value) && 'token' in value && 'card' in value && typeof value.card === 'object';

function keepSmall(key: (typeof personal)[number], value: object): void {
  if (JSON.stringify(value).length <= mostCharacters) keep(key, value);
  else forget(key);
}

export const keepHome = (home: Home): void => keepSmall('home', { shape, home });

/** The first screen as this person saw it last, in the hat that they wear now. */
export function keptHome({ personId, hat }: SessionView): Home | undefined {
  const home = readKept('home', isHome)?.home;
  return home?.session.personId === personId && home?.session.hat === hat ? home : undefined;
}

export const keepOpenCard = (token: string, card: OpenCardView): void =>
  keepSmall('opened-card', { shape, token, card });

export function keptOpenCard(token: string): OpenCardView | undefined {
  const kept = readKept('opened-card', isOpenCard);
  return kept?.token === token ? kept.card : undefined;
}

/** Another person holds the phone. */
export function forgetPerson(): void {
  for (const key of personal) forget(key);
}
