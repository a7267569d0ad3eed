import { activities, type Activity } from '../activity/activity';
import { attendanceId, attendances, type Attendance } from '../activity/attendance';
import { readRoll } from '../activity/roll';
import { attendancePosting } from '../activity/rules/points';
import type { Database } from '../platform/database';
import { documentsAtOnce, sourcePage, type PointSource, type SourcedPoints } from './source';

const limit = documentsAtOnce;
/** Each is read with its people. */
const activitiesAtOnce = 9;

/** What a closed activity must have given and taken by now: nothing while its lines are still being posted. */
function pointsOf(activity: Activity, person: Attendance): readonly SourcedPoints[] {
  return activity.unfinished ? [] : signedPointsOf(activity, person);
}

/** What a closed activity gives and takes: a line that stands already is right in saying so. */
function signedPointsOf(activity: Activity, person: Attendance): readonly SourcedPoints[] {
  const { state, closedAt } = activity;
  if (state !== 'closed' || closedAt === null) return [];
  const posting = attendancePosting(activity, person, closedAt);
  if (!posting) return [];
  const { postingKey: entryId, communityId, personId, name, unit, at, points } = posting;
  // Before a late word had a moment of its own its line had the closing's.
  return [{ entryId, communityId, personId, name, unit, points, moments: [at, closedAt] }];
}

/** People of activities with the activities themselves. One read. */
async function withActivities(
  database: Database,
  people: readonly Attendance[],
): Promise<readonly { readonly activity: Activity; readonly person: Attendance }[]> {
  const ids = [...new Set(people.map(({ activityId }) => activityId))];
  const found = await database.find(activities, { where: { _id: { oneOf: ids } }, limit });
  const byId = new Map(found.map((activity) => [activity._id, activity]));
  return people.flatMap((person) => {
    const activity = byId.get(person.activityId);
    return activity ? [{ activity, person }] : [];
  });
}

/** Activities, and what closing them posted; each reading of people takes one of their activities more. */
export const attendancePoints: PointSource = {
  name: 'activities',
  causes: ['attended', 'absent', 'organised', 'guided'],
  async behind(database, entries) {
    const ids = entries.map(({ sourceId, personId }) => attendanceId(sourceId, personId));
    const people = await database.find(attendances, { where: { _id: { oneOf: ids } }, limit });
    return (await withActivities(database, people)).flatMap(({ activity, person }) => signedPointsOf(activity, person));
  },
  async all(database, after) {
    const found = await database.find(attendances, { where: { _id: { gt: after } }, sort: { _id: 'asc' }, limit });
    const people = await withActivities(database, found);
    return sourcePage(found, {
      of: (one) => people.flatMap(({ activity, person }) => (person === one ? pointsOf(activity, person) : [])),
      cursorOf: ({ _id }) => _id,
    });
  },
  async since(database, after) {
    const where = { unfinished: null, closedAt: { gt: new Date(after) } };
    const found = await database.find(activities, { where, sort: { closedAt: 'asc' }, limit: activitiesAtOnce });
    const sourced: SourcedPoints[] = [];
    for (const activity of found)
      for (const person of await readRoll({ database }, activity._id)) sourced.push(...pointsOf(activity, person));
    const last = found.at(-1);
    const next = last && found.length === activitiesAtOnce ? (last.closedAt ?? new Date(0)).toISOString() : null;
    return { sourced, next };
  },
};
