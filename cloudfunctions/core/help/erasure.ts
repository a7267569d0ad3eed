import type { Database } from '../platform/database';
import { helpCases } from './help-case';
import { homeVisitPlans, homeVisits } from './home-visit';

/** Removes what branches kept of somebody whom they visited at home or helped. It may be repeated. Three writes. */
export async function removeHelp(database: Database, personId: string): Promise<void> {
  await database.removeWhere(homeVisitPlans, { _id: personId });
  await database.removeWhere(homeVisits, { personId });
  await database.removeWhere(helpCases, { personId });
}
