import type { Posting } from '../../../cloudfunctions/core/passbook/entry';
import { attendancePosting } from '../../../cloudfunctions/core/activity/rules/points';
import { startApi, type ApiCloud } from '../../support/api';
import { bookOf, loadBooks } from '../../support/books';
import { communities, loadCommunity } from '../../support/community';

export const lines = 45;
/** A young member's meetings, as closing them would have posted. */
const meetings: readonly Posting[] = Array.from({ length: lines }, (_, index) => {
  const person = {
    personId: 'p_young',
    name: '侯思远',
    memberClass: 'young' as const,
    state: index % 5 === 4 ? ('absent' as const) : ('present' as const),
    role: null,
    call: 1,
  };
  const activity = {
    _id: `a${index}`,
    communityId: 'qinghe',
    branchId: 'branch:qinghe',
    call: 1,
    startsAt: new Date(Date.UTC(2026, 9, 1 + index, 1)),
    branchName: '清河社区党支部',
    title: `第 ${index} 次会`,
    rules: communities[0]!.policy.activity.attendance!,
  };
  return attendancePosting(activity as never, person, new Date(Date.UTC(2026, 9, 1 + index, 2)))!;
});

export const book = bookOf(meetings);
/** Books of another unit, as long as that one. */
const others = Array.from({ length: 15 }, (_, index) => `p_long${String(index).padStart(2, '0')}`).map((personId) =>
  bookOf(
    Array.from({ length: lines }, (_, line) => ({
      ...postingOf(personId, '某'),
      postingKey: `order:${personId}${line}:award`,
      sourceId: `${personId}${line}`,
      at: new Date(Date.UTC(2026, 9, 1, 2)),
    })),
  ),
);
/** What a confirmed order posts to somebody. */
export function postingOf(personId: string, name: string): Posting {
  return {
    postingKey: `order:${personId}:award`,
    communityId: 'qinghe',
    unit: 'service',
    personId,
    name,
    memberClass: null,
    branchName: '清河社区党支部',
    at: new Date(Date.UTC(2026, 10, 20, 2)),
    cause: 'order',
    title: '修水管',
    titleBy: null,
    points: 5,
    countDelta: 1,
    rule: { id: 'order', version: 1 },
    sourceId: personId,
    reversal: null,
  };
}
/** One line each, of two names. */
export const courtyard = Array.from(
  { length: 30 },
  (_, index) =>
    bookOf([
      {
        ...postingOf(`p_head${String(index).padStart(2, '0')}`, index % 2 ? '李建国' : '王建国'),
        unit: 'courtyard',
      },
    ]).head,
);
export const idOf = (index: number) => `activity:a${index}:p_young`;

/** The small community with all these books, on a Monday in November. */
export async function startWithBooks(): Promise<ApiCloud> {
  const cloud = await startApi({
    functions: ['api'],
    demo: {
      load(database) {
        loadCommunity(database);
        loadBooks(database, [book, ...others]);
        database.load('passbooks', courtyard);
      },
      personas: () => [],
    },
  });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  return cloud;
}
