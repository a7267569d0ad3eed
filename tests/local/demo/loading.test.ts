import { manifest } from '../../../cloudfunctions/core/schema';
import { verifyBook } from '../../../cloudfunctions/core/passbook/rules/verification';
import { demoDocuments } from '../../../local/demo';
import { isEntry, loadAll, type Loaded } from './loaded';

let all: Loaded;
beforeAll(() => {
  all = loadAll();
});

describe('loading', () => {
  it('is the same for the same moment', () => {
    expect(JSON.stringify(loadAll(2))).toBe(JSON.stringify(loadAll(2)));
  });

  it.each([
    '2026-12-26T09:30:00+08:00',
    '2027-01-01T00:00:01+08:00',
    '2027-02-28T23:59:59+08:00',
    '2028-02-29T03:00:00+08:00',
  ])('tells a sound history to whoever starts it at %s', (text) => {
    const at = new Date(text);
    const then = loadAll(1, at);
    expect(then.orders.filter(({ dueAt }) => dueAt !== null && dueAt <= at)).toEqual([]);
    expect(
      then.orders.filter(
        ({ urgent, outcome, communityId }) => urgent && outcome === 'solved' && communityId === 'changqingteng',
      ),
    ).toHaveLength(15);
    expect(then.orders.filter(({ status, late }) => status === 'dispatched' && late).length).toBeGreaterThanOrEqual(2);
    for (const head of then.passbooks)
      expect(
        verifyBook(
          then.entries.filter(isEntry).filter(({ bookId }) => bookId === head._id),
          head,
        ).state,
      ).toBe('sound');
  });

  it.each(Array.from({ length: 24 }, (_, hour) => hour))(
    'tells the first community’s history to whoever starts it at %s:10 of the clock',
    (hour) => {
      const at = new Date(Date.parse('2026-11-30T00:10:00+08:00') + hour * 3_600_000);
      const [first] = demoDocuments(at, 1);
      expect(first!.get('orders')!.length).toBeGreaterThan(100);
    },
  );

  it('grows in time: n times the history, the same people and places', () => {
    const more = loadAll(3);
    for (const standing of ['communities', 'places', 'people', 'posts', 'logins', 'cards', 'stations'] as const)
      expect(more[standing].length).toBe(all[standing].length);
    for (const growing of ['orders', 'activities', 'entries'] as const) {
      expect(more[growing].length / all[growing].length).toBeGreaterThan(2.8);
      expect(more[growing].length / all[growing].length).toBeLessThan(3.1);
    }
    expect(new Set(more.orders.map(({ _id }) => _id)).size).toBe(more.orders.length);
    const open = (orders: Loaded['orders']) => orders.filter(({ closed }) => !closed).length;
    expect(open(more.orders)).toBe(open(all.orders));
    for (const head of more.passbooks) {
      const own = more.entries.filter(isEntry).filter(({ bookId }) => bookId === head._id);
      expect(verifyBook(own, head).state).toBe('sound');
    }
  });

  it('loads only collections that the schema declares', () => {
    const declared = manifest.collections.map(({ name }) => name);
    for (const collection of Object.keys(all)) expect(declared).toContain(collection);
  });
});
