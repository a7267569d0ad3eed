import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { getFindingCounts } from './get-counts';
import { listFindings } from './list';

/** What is still to be put right in a community. */
export const findingEndpoints = {
  'finding.getCounts': getFindingCounts,
  'finding.list': listFindings,
} satisfies Partial<Routes<Caller>>;
