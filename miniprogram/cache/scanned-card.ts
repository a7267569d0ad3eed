/** The card that this phone scanned last: it places an order even for somebody who never logs in. */
import { keep, readKept } from '../services/platform/storage';

const storageKey = 'card';
export interface KeptCard {
  readonly token: string;
  /** As the door plate has it, to be read again where it is used. */
  readonly place: string;
}
const isKept = (value: unknown): value is KeptCard =>
  typeof value === 'object' &&
  value !== null &&
  'token' in value &&
  typeof value.token === 'string' &&
  'place' in value &&
  typeof value.place === 'string';

export const keepCard = (card: KeptCard): void => keep(storageKey, card);

export const keptCard = (): KeptCard | undefined => readKept(storageKey, isKept);
