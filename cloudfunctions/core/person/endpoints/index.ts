import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { listReveals } from './list-reveals';

/** What is kept of a person. */
export const personEndpoints = {
  'person.listReveals': listReveals,
} satisfies Partial<Routes<Caller>>;
