import type { MigrationPlan } from '../../schema/types';

/** A post remembers whose login wears its hat: before, that was its holder's. */
export const postHeldBy: MigrationPlan = {
  to: 2,
  migrate: (post) => ({ ...post, heldBy: Object(post['holder'])['personId'] ?? null }),
};
