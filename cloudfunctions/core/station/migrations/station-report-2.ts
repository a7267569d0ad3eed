import type { MigrationPlan } from '../../schema/types';

/** What the default was when reports began to have an end. */
const retentionMs = 30 * 86_400_000;

/** A day's reports say when they are forgotten. */
export const expireReports: MigrationPlan = {
  to: 2,
  migrate: (reports) =>
    reports['at'] instanceof Date
      ? { ...reports, expiresAt: new Date(reports['at'].getTime() + retentionMs) }
      : reports,
};
