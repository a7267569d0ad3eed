import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { listChildPlaces } from './list-children';

/** Places. */
export const placeEndpoints = {
  'place.listChildren': listChildPlaces,
} satisfies Partial<Routes<Caller>>;
