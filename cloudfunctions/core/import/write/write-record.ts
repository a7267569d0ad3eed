import { activities } from '../../activity/activity';
import { historyActivityId, pastActivity } from '../../activity/history';
import { communities } from '../../place/community';
import type { Services } from '../../platform/context';
import type { Import } from '../document/import';
import type { CheckCode } from '../document/page';
import type { ActivityTarget, RecordTarget } from '../records/target';
import { bringerOf } from './bringer';
import { writeOrganisation } from './write-organisation';
import { writeSite } from './write-site';
import { writeStation } from './write-station';

/**
 * Writes what a row makes or changes that is no person; the places of a page are made before its rows.
 * @returns why it was left; undefined where it stands
 */
export function writeRecord(services: Services, one: Import, record: RecordTarget): Promise<CheckCode | undefined> {
  switch (record.type) {
    case 'place':
      return Promise.resolve(undefined);
    case 'activity':
      return writeActivity(services, one, record);
    case 'organisation':
      return writeOrganisation(services, one, record);
    case 'site':
      return writeSite(services, one, record);
    case 'station':
      return writeStation(services, one, record);
  }
}

async function writeActivity(
  { database, clock }: Services,
  one: Import,
  { activityId, isNew, day, title, present }: ActivityTarget,
): Promise<undefined> {
  const { communityId } = one;
  if (isNew && activityId === historyActivityId(communityId, day, title)) {
    const community = await database.get(communities, communityId);
    const past = { communityId, branchName: community?.branchName ?? '', day, title };
    const activity = pastActivity({ ...past, ...(present !== undefined && { present }) }, bringerOf(one), clock.now());
    if (await database.insert(activities, activity)) return;
  }
  if (present !== undefined)
    await database.updateWhere(activities, { _id: activityId, state: 'closed' }, { set: { history: { present } } });
}
