import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { grantHat } from './grant-hat';
import { listEmployers } from './list';
import { revokeHat } from './revoke-hat';

/** Where members work, and who speaks for it. */
export const employerEndpoints = {
  'employer.list': listEmployers,
  'employer.grantHat': grantHat,
  'employer.revokeHat': revokeHat,
} satisfies Partial<Routes<Caller>>;
