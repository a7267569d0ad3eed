import type { Routes } from '../../platform/endpoint';
import type { Caller } from '../../access/caller';
import { claimSetup } from './claim';
import { changeOffice } from './change-office';
import { getSetupProgress } from './get-progress';

/** An empty environment becomes a community: the first administrator, the office, how far it has come. */
export const setupEndpoints = {
  'setup.claim': claimSetup,
  'setup.changeOffice': changeOffice,
  'setup.getProgress': getSetupProgress,
} satisfies Partial<Routes<Caller>>;
