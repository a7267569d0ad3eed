import type { Entry, Posting } from '../../cloudfunctions/core/passbook/entry';
import type { Passbook } from '../../cloudfunctions/core/passbook/passbook';
import { post } from '../../cloudfunctions/core/passbook/rules/ledger';
import type { Salt } from '../../cloudfunctions/core/passbook/salts';
import { peopleIn, type Salts } from '../../cloudfunctions/core/passbook/words';
import { communities } from './community';

/** Knows a salt of everybody, the same each time; one that is set to null is erased. */
export class SaltsOfEverybody extends Map<string, string | null> {
  override get(personId: string): string | null {
    const known = super.get(personId);
    return known === undefined ? `salt of ${personId}` : known;
  }
}

export const testSalts: Salts = new SaltsOfEverybody();

/** One book, line by line as the ledger makes it. */
export function bookOf(postings: readonly Posting[]): { entries: Entry[]; head: Passbook } {
  let head: Passbook | null = null;
  const entries: Entry[] = [];
  for (const posting of postings) {
    const posted: { entry: Entry; head: Passbook } = post(head, posting, testSalts);
    entries.push(posted.entry);
    head = posted.head;
  }
  if (!head) throw new Error('no postings');
  return { entries, head };
}

/** The salts of everybody whose name or words stand in these lines, as they lie in the database. */
export function saltsOfLines(entries: readonly Entry[]): Salt[] {
  const { communityId = '' } = entries[0] ?? {};
  return [...new Set(entries.flatMap(peopleIn))].map((_id) => ({
    _id,
    communityId,
    salt: testSalts.get(_id) ?? null,
    erasure: null,
  }));
}

/** What stands behind these lines: orders that awarded them, activities whose closing posted them. */
export function sourcesOfLines(entries: readonly Entry[]): {
  orders: object[];
  activities: object[];
  attendances: object[];
} {
  const orders = entries
    .filter(({ cause }) => cause === 'order')
    .map(({ _id, sourceId, communityId, personId, name, points, at }) => ({
      _id: sourceId,
      communityId,
      status: 'closed',
      closed: true,
      outcome: 'solved',
      assignee: { personId, name },
      helpers: [],
      award: { points, entryId: _id },
      trail: [{ at, action: 'confirm' }],
      createdKey: `${at.toISOString()}:${sourceId}`,
      updatedAt: at,
      dueAt: null,
      requests: [`request of ${sourceId}`],
    }));
  const meetings = entries.filter(({ cause }) => !['order', 'vouched', 'reversal'].includes(cause));
  const activities = [...new Set(meetings.map(({ sourceId }) => sourceId))].map((_id) => {
    const own = meetings.filter(({ sourceId }) => sourceId === _id);
    const { communityId, branchName, title, at } = own[0]!;
    const rules = communities.find((one) => one._id === communityId)?.policy.activity.attendance ?? [];
    const moments = { startsAt: at, startKey: `${at.toISOString()}:${_id}`, closedAt: at };
    return { _id, communityId, branchName, title, ...moments, state: 'closed', call: 1, rules };
  });
  const attendances = meetings.map(({ sourceId, personId, name, memberClass, cause, communityId, at }) => ({
    _id: `${sourceId}:${personId}`,
    activityId: sourceId,
    communityId,
    startKey: `${at.toISOString()}:${sourceId}`,
    order: 0,
    personId,
    name,
    memberClass,
    state: cause === 'absent' ? 'absent' : 'present',
    role: cause === 'organised' ? 'organiser' : cause === 'guided' ? 'guide' : null,
    call: 1,
    mark: null,
  }));
  return { orders, activities, attendances };
}

/** Loads books whole: heads, lines, salts, and what stands behind the lines. */
export function loadBooks(
  database: { load(collection: string, documents: readonly object[]): unknown },
  books: readonly { readonly entries: readonly Entry[]; readonly head: Passbook }[],
): void {
  const lines = books.flatMap(({ entries }) => entries);
  const { orders, activities, attendances } = sourcesOfLines(lines);
  database.load(
    'passbooks',
    books.map(({ head }) => head),
  );
  database.load('entries', lines);
  database.load('salts', saltsOfLines(lines));
  database.load('orders', orders);
  database.load('activities', activities);
  database.load('attendances', attendances);
}
