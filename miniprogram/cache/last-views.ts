/**
 * What this phone showed last: the first screen, the card and a voucher, one of each, so that whoever has no network
 * still has the number to call. It belongs to one person, and goes when another holds the phone.
 */
import type { Output } from '../contracts/api';
import type { CardView } from '../contracts/card';
import type { SessionView } from '../contracts/person';
import type { VoucherView } from '../contracts/reward';
import { readCached, removeCached, writeCached } from '../services/platform/storage';

type Home = Output<'home.get'>;
type OpenCardView = Extract<CardView, { state: 'open' }>;

/** Of what is cached: an older version's is not drawn. Raise it with the contract of either. */
const shape = 2;
/** As large as a reply may be. */
const maxCharacters = 64 * 1024;
/** Everything on this phone that is one person's, beside the session itself. */
const personalKeys = ['home', 'opened-card', 'card', 'draft', 'intake', 'voucher', 'roll'] as const;

interface CachedHome {
  readonly shape: number;
  readonly home: Home;
}

interface CachedCard {
  readonly shape: number;
  readonly token: string;
  readonly card: OpenCardView;
}

interface CachedVoucher {
  readonly shape: number;
  readonly voucher: VoucherView;
}

const isCurrentShape = (value: unknown): value is { shape: number } =>
  typeof value === 'object' && value !== null && 'shape' in value && value.shape === shape;
const isCachedHome = (value: unknown): value is CachedHome =>
  isCurrentShape(value) && 'home' in value && typeof value.home === 'object';
const isCachedCard = (value: unknown): value is CachedCard =>
  isCurrentShape(value) && 'token' in value && 'card' in value && typeof value.card === 'object';

const isCachedVoucher = (value: unknown): value is CachedVoucher =>
  isCurrentShape(value) && 'voucher' in value && typeof value.voucher === 'object';

function cacheBounded(key: (typeof personalKeys)[number], value: object): void {
  if (JSON.stringify(value).length <= maxCharacters) writeCached(key, value);
  else removeCached(key);
}

export function cacheHome(home: Home): void {
  return cacheBounded('home', { shape, home });
}

/** The first screen as this person saw it last, in the hat that they wear now. */
export function cachedHome({ personId, hat }: SessionView): Home | undefined {
  const home = readCached('home', isCachedHome)?.home;
  return home?.session.personId === personId && home?.session.hat === hat ? home : undefined;
}

export function cacheCard(token: string, card: OpenCardView): void {
  return cacheBounded('opened-card', { shape, token, card });
}

export function cachedCard(token: string): OpenCardView | undefined {
  const cached = readCached('opened-card', isCachedCard);
  return cached?.token === token ? cached.card : undefined;
}

/** Whoever collects something stands where there may be no network. */
export function cacheVoucher(voucher: VoucherView): void {
  return cacheBounded('voucher', { shape, voucher });
}

export function cachedVoucher(redemptionId: string): VoucherView | undefined {
  const cached = readCached('voucher', isCachedVoucher)?.voucher;
  return cached?.redemptionId === redemptionId ? cached : undefined;
}

/** Another person holds the phone. */
export function clearPersonalCache(): void {
  for (const key of personalKeys) removeCached(key);
}
