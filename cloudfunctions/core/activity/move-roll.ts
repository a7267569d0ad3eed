import type { Services } from '../platform/context';
import { activities, type Activity } from './activity';
import { attendances } from './attendance';

/** Everybody's line learns the activity's new start; repeated, it changes nothing. Two writes. */
export async function moveRoll({ database }: Pick<Services, 'database'>, activity: Activity): Promise<void> {
  const { _id, startKey } = activity;
  await database.updateWhere(attendances, { activityId: _id, startKey: { not: startKey } }, { set: { startKey } });
  await database.updateWhere(activities, { _id, startKey, 'unfinished.work': 'moving' }, { unset: ['unfinished'] });
}
