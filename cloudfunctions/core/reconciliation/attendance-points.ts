import { activities, type Activity } from '../activity/activity';
import { attendancePosting } from '../activity/rules/points';
import { documentsAtOnce, sourcePage, type PointSource, type SourcedPoints } from './source';

const limit = documentsAtOnce;

/** What a closed activity gave and took, person by person; nothing while its closing is still under way. */
function pointsOf(activity: Activity): readonly SourcedPoints[] {
  const { state, closedAt, communityId, people, unposted } = activity;
  if (state !== 'closed' || closedAt === null || unposted) return [];
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
    return (await database.find(activities, { where: { _id: { oneOf: ids } }, limit })).flatMap(pointsOf);
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
