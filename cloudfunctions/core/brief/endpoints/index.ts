import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { getBrief } from './get';

/** A community's month. */
export const briefEndpoints = {
  'brief.get': getBrief,
} satisfies Partial<Routes<Caller>>;
