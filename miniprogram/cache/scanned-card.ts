/** The card that this phone scanned last: it places an order even for somebody who never logs in. */
import { readCached, writeCached } from '../services/platform/storage';

const storageKey = 'card';
export interface ScannedCard {
  readonly token: string;
  /** As the door plate has it, to be read again where it is used. */
  readonly placeLabel: string;
}

const isScannedCard = (value: unknown): value is ScannedCard =>
  typeof value === 'object' &&
  value !== null &&
  'token' in value &&
  typeof value.token === 'string' &&
  'placeLabel' in value &&
  typeof value.placeLabel === 'string';

export function cacheScannedCard(card: ScannedCard): void {
  return writeCached(storageKey, card);
}

export function cachedScannedCard(): ScannedCard | undefined {
  return readCached(storageKey, isScannedCard);
}
