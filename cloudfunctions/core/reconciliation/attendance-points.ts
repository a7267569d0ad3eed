import { activities, type Activity } from '../activity/activity';
import { attendancePosting } from '../activity/rules/points';
import { documentsAtOnce, sourcePage, type PointSource, type SourcedPoints } from './source';

const limit = documentsAtOnce;

/** What a closed activity must have given and taken by now: nothing while its closing is still under way. */
function pointsOf(activity: Activity): readonly SourcedPoints[] {
  return activity.unposted ? [] : signedPointsOf(activity);
}

/** What a closed activity gives and takes, person by person: a line that stands already is right in saying so. */
function signedPointsOf(activity: Activity): readonly SourcedPoints[] {
  const { state, closedAt, communityId, people } = activity;
  if (state !== 'closed' || closedAt === null) return [];
  return people.flatMap((person): readonly SourcedPoints[] => {
    const posting = person.points === null ? null : attendancePosting(activity, person, closedAt);
    if (!posting || person.points === null) return [];
    const { postingKey: entryId, personId, name, unit, at } = posting;
    return [{ entryId, communityId, personId, name, unit, points: person.points, moments: [at] }];
  });
}

/** Activities, and what closing them posted. */
export const attendancePoints: PointSource = {
  name: 'activities',
  causes: ['attended', 'absent', 'organised', 'guided'],
  async behind(database, entries) {
    const ids = [...new Set(entries.map(({ sourceId }) => sourceId))];
    return (await database.find(activities, { where: { _id: { oneOf: ids } }, limit })).flatMap(signedPointsOf);
  },
  async all(database, after) {
    const found = await database.find(activities, { where: { _id: { gt: after } }, sort: { _id: 'asc' }, limit });
    return sourcePage(found, { of: pointsOf, cursorOf: ({ _id }) => _id });
  },
  async since(database, after) {
    const where = { unposted: null, closedAt: { gt: new Date(after) } };
    const found = await database.find(activities, { where, sort: { closedAt: 'asc' }, limit });
    return sourcePage(found, { of: pointsOf, cursorOf: ({ closedAt }) => (closedAt ?? new Date(0)).toISOString() });
  },
};
