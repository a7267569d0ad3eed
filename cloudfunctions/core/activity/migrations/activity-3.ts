import type { MigrationPlan } from '../../schema/types';

type Fields = Readonly<Record<string, unknown>>;

const peopleOf = ({ people }: Fields): readonly Fields[] =>
  Array.isArray(people)
    ? people.flatMap((one: unknown) => (typeof one === 'object' && one !== null ? [{ ...one }] : []))
    : [];

/**
 * The people of an activity become documents of their own. Who was closed as absent without anybody's mark stays
 * absent: it is not known any more who said so.
 */
export const peopleApart: MigrationPlan = {
  to: 3,
  part: ({ _id, ...activity }) => ({
    into: 'attendances',
    documents: peopleOf(activity).map((one, order) => ({
      _id: `${_id}:${String(one['personId'])}`,
      communityId: activity['communityId'],
      activityId: _id,
      startKey: activity['startKey'],
      order,
      personId: one['personId'],
      name: one['name'],
      memberClass: one['memberClass'] ?? null,
      role: one['role'] ?? null,
      state: one['state'],
      call: 1,
      mark: null,
    })),
  }),
  migrate: ({ people, unposted, ...activity }) => {
    const all = peopleOf({ people });
    const count = (state: string) => all.filter((one) => one['state'] === state).length;
    const leader = (role: string) => all.find((one) => one['role'] === role)?.['personId'];
    const isOpen = activity['state'] === 'open';
    return {
      ...activity,
      counts: {
        expected: all.length,
        present: isOpen ? 0 : count('present'),
        excused: isOpen ? 0 : count('excused'),
      },
      leaders: {
        ...(leader('organiser') !== undefined && { organiserId: leader('organiser') }),
        ...(leader('guide') !== undefined && { guideId: leader('guide') }),
      },
      call: 1,
      ...(unposted === true && { unfinished: { work: 'posting', since: activity['closedAt'] } }),
    };
  },
};
