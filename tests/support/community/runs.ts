import type { JobRecord } from '../../../cloudfunctions/core/job/job-record';

/**
 * The jobs of each hour, night or month, by name: written out, since the jobs themselves would bring all the product's
 * code into every test. tests/functions/jobs/sample-runs.test.ts compares.
 */
export const recordedJobs = [
  'merges',
  'helpers',
  'helper-rosters',
  'counting',
  'rosters',
  'posts',
  'verdicts',
  'photos',
  'card-coverage',
  'count-points-organization',
  'count-points-service',
  'count-points',
  'count-activities',
  'erasures',
  'findings',
  'grids',
  'reports',
  'import-lists',
  'exports',
  'file-outputs',
  'employers',
  'expire-points',
  'draft-reviews',
  'gather-stars',
  'find-serving',
  'home-visits',
  'visits',
  'visit-plans',
  'reconcile',
  'anchor-heads',
  'reconcile-sources',
  'reconcile-whole',
  'reconcile-all-sources',
  'check-anchors',
  'usage',
] as const;

/** What the jobs left when each of them ended at that moment. */
export function runsAt(ranAt: Date): readonly JobRecord[] {
  return recordedJobs.map((_id) => ({ _id, ranAt, cursor: null, found: [] }));
}
