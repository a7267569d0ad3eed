import { faultOfRules } from '../../../cloudfunctions/core/activity/rules/attendance-rules';
import { postedPoints } from '../../../cloudfunctions/core/activity/rules/points';
import { verifyBook } from '../../../cloudfunctions/core/passbook/rules/verification';
import { paidAward } from '../../../cloudfunctions/core/order/document/order';
import { indexFieldsOf } from '../../../cloudfunctions/core/order/document/index-fields';
import { tallyOrders } from '../../../cloudfunctions/core/order/rules/order-tally';
import { orderOutcomes, orderStatuses } from '../../../miniprogram/contracts/order';
import { isEntry, isAnnotation, loadAll, now, of, type Loaded } from './loaded';

let all: Loaded;
beforeAll(() => {
  all = loadAll();
});

describe('the history', () => {
  it('shows every status and every outcome', () => {
    expect(new Set(all.orders.map(({ status }) => status))).toEqual(new Set(orderStatuses));
    expect(new Set(all.orders.flatMap(({ outcome }) => outcome ?? []))).toEqual(new Set(orderOutcomes));
  });

  it('has what a secretary must see now: overdue, to be ruled, reopened, soon due, and wishes to claim', () => {
    const own = of(all.orders, 'changqingteng');
    expect(own.filter(({ status, late }) => status === 'dispatched' && late).length).toBeGreaterThanOrEqual(2);
    expect(own.filter(({ ruling, returns }) => ruling && returns === 2)).toHaveLength(1);
    expect(own.filter(({ status, reopened }) => status === 'accepted' && reopened > 0).length).toBeGreaterThanOrEqual(
      1,
    );
    const soon = own.filter(
      ({ status, acceptBy }) =>
        status === 'dispatched' &&
        acceptBy !== null &&
        acceptBy > now &&
        acceptBy.getTime() - now.getTime() < 6 * 3_600_000,
    );
    expect(soon).toHaveLength(1);
    expect(own.filter(({ claimable }) => claimable).length).toBeGreaterThanOrEqual(9);
    expect(
      of(all.orders, 'housuoying').filter(
        ({ kind, status, private: secret }) => kind === 'agency' && status === 'submitted' && secret,
      ).length,
    ).toBeGreaterThanOrEqual(1);
  });

  it('asks nothing of the clock that is already due, and nothing happens later than now', () => {
    for (const { dueAt, trail, createdAt } of all.orders) {
      if (dueAt) expect(dueAt.getTime()).toBeGreaterThan(now.getTime());
      expect(trail.at(-1)?.at.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(createdAt.getTime()).toBeLessThanOrEqual(now.getTime());
    }
  });

  it('keeps the keys that the indexes hold in step with the orders', () => {
    for (const order of all.orders) expect(order).toMatchObject(indexFieldsOf(order));
  });

  it('offers nothing to somebody without a login', () => {
    const openids = new Map(all.logins.map(({ _id, personId }) => [personId, _id]));
    for (const { offers } of all.orders) {
      // A grid worker's offer comes from the roster, which knows no openid.
      for (const { personId, openid } of offers)
        expect(openid ?? openids.get(personId)).toBe(openids.get(personId) ?? 'none');
    }
  });

  it('S2-08 has nobody accept what was neither offered nor in a pool, but for errands', () => {
    for (const { kind, trail } of all.orders) {
      const actions = trail.map(({ action }) => action);
      if (kind !== 'agency' && actions.includes('accept'))
        expect(actions.indexOf('dispatch')).toBeLessThan(actions.indexOf('accept'));
    }
  });
});

describe('the ledger', () => {
  it('verifies book by book, and its heads are those of their entries', () => {
    const entries = all.entries.filter(isEntry);
    const byBook = new Map<string, typeof entries>();
    for (const entry of entries) byBook.set(entry.bookId, [...(byBook.get(entry.bookId) ?? []), entry]);
    expect([...byBook.keys()].sort()).toEqual(all.passbooks.map(({ _id }) => _id).sort());
    for (const head of all.passbooks) expect(verifyBook(byBook.get(head._id) ?? [], head).state).toBe('sound');
    expect(new Set(all.entries.map(({ _id }) => _id)).size).toBe(all.entries.length);
  });

  it('gives points for solved orders alone, the points that the order names', () => {
    const awards = new Map(
      all.entries
        .filter(isEntry)
        .filter(({ cause }) => cause === 'order')
        .map((entry) => [entry.sourceId, entry]),
    );
    const solved = all.orders.filter(({ outcome }) => outcome === 'solved');
    const paid = solved.filter((order) => paidAward(order));
    expect([...awards.keys()].sort()).toEqual(paid.map(({ _id }) => _id).sort());
    for (const order of paid)
      expect(awards.get(order._id)).toMatchObject({
        _id: paidAward(order)?.entryId,
        points: paidAward(order)?.points,
        personId: order.assignee?.personId,
      });
    const unpaid = solved.filter((order) => !paidAward(order));
    const reasons = unpaid.map(({ award }) => award && 'refused' in award && award.refused);
    expect(new Set(reasons)).toContain('byPost');
    expect(reasons).not.toContain(false);
    expect(reasons.filter((reason) => reason !== 'byPost').length).toBeLessThan(solved.length / 20);
  });

  it('S3-03, S3-04 counts each closed activity at most once a member, and never takes from special ones', () => {
    expect(
      faultOfRules(all.communities.find(({ _id }) => _id === 'xibu')?.policy.activity.attendance ?? []),
    ).toBeNull();
    const closed = all.activities.filter(({ state }) => state === 'closed');
    expect(closed.length).toBeGreaterThanOrEqual(24);
    // one that has begun and waits for its account, one that lies ahead
    expect(
      all.activities
        .filter(({ state }) => state === 'open')
        .map(({ startsAt }) => startsAt <= now)
        .sort(),
    ).toEqual([false, true]);
    const posted = new Map(all.entries.filter(isEntry).map((entry) => [entry._id, entry.points]));
    for (const activity of closed) {
      const { _id } = activity;
      const roll = all.attendances.filter(({ activityId }) => activityId === _id);
      expect(roll.length).toBeGreaterThan(20);
      for (const person of roll) {
        const { personId, memberClass, state } = person;
        const points = postedPoints(activity, person);
        expect(posted.get(`activity:${_id}:${personId}`) ?? null).toBe(points);
        if (memberClass === 'special') expect(points ?? 0).toBeGreaterThanOrEqual(0);
        if (state === 'excused') expect(points).toBeNull();
      }
    }
  });

  it('shows a line undone by two people, one that waits for its second, one contested, and one kept', () => {
    expect(all.reversals.map(({ state }) => state).sort()).toEqual(['contested', 'proposed', 'signed', 'upheld']);
    for (const { proposal, settled, personId } of all.reversals) {
      expect([proposal?.personId ?? '', personId]).not.toContain(settled?.personId);
      if (proposal) expect(proposal.personId).not.toBe(personId);
    }
    expect(
      all.reversals
        .filter(({ open }) => open)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['contested', 'proposed']);
    expect(
      all.entries
        .filter(isAnnotation)
        .flatMap(({ contest }) => contest?.state ?? [])
        .sort(),
    ).toEqual(['open', 'upheld']);
    expect(all.entries.filter(isAnnotation).filter(({ proposed }) => proposed)).toHaveLength(1);
    expect(all.passbooks.filter(({ contested }) => contested > 0).map(({ contested }) => contested)).toEqual([1]);
    expect(all.entries.filter(isAnnotation).filter(({ reversed }) => reversed)).toHaveLength(1);
  });
});

describe('what history left with people', () => {
  it('tells whoever holds an open offer, and counts what they have not read', () => {
    const sun = all.logins.find(({ _id }) => _id === 'member-sun');
    expect(sun?.inbox.some(({ kind, read }) => kind === 'offered' && !read)).toBe(true);
    for (const { inbox, unread, inboxSequence } of all.logins) {
      expect(unread).toBe(inbox.filter(({ read }) => !read).length);
      expect(inboxSequence).toBeGreaterThanOrEqual(inbox.length);
      const times = inbox.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(new Set(inbox.map(({ messageId }) => messageId)).size).toBe(inbox.length);
    }
    const kindsOf = (openid: string) => all.logins.find(({ _id }) => _id === openid)?.inbox.map(({ kind }) => kind);
    expect(kindsOf('secretary-qin')).toEqual(expect.arrayContaining(['ruling', 'unsolved']));
    expect(kindsOf('worker-zhao')).toEqual(expect.arrayContaining(['overdue', 'due-soon', 'declined']));
  });

  it("counts the desk's months and each person's load as counting anew would", () => {
    for (const { _id } of all.communities) {
      const tally = all.tallies.find((one) => one._id === _id);
      expect(tally).toMatchObject({
        ...tallyOrders(_id, of(all.orders, _id), now),
        contests: of(all.reversals, _id).filter(({ state }) => state === 'contested').length,
        reversals: of(all.reversals, _id).filter(({ state }) => state === 'proposed').length,
      });
      for (const { personId, count } of tally?.loads ?? [])
        expect(all.people.find((person) => person._id === personId)?.load).toEqual({ month: '2026-11', count });
    }
    expect(all.tallies.find(({ _id }) => _id === 'changqingteng')?.months.length).toBeGreaterThanOrEqual(6);
  });
});
