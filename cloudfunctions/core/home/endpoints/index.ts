import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { getHome } from './get';

/** The first screen. */
export const homeEndpoints = {
  'home.get': getHome,
} satisfies Partial<Routes<Caller>>;
