import { dayText, daysAfter, startOfDay } from '../../../../cloudfunctions/core/time/shanghai';
import { backdatedOf, effectiveAtOf, lateDays } from '../../../../cloudfunctions/core/passbook/rules/effective';
import {
  exceedsCap,
  grantFault,
  maxOpening,
  type GrantProposal,
} from '../../../../cloudfunctions/core/passbook/rules/grants';
import { post, reversalOf } from '../../../../cloudfunctions/core/passbook/rules/ledger';
import { verifyBook } from '../../../../cloudfunctions/core/passbook/rules/verification';
import { bookOf, testSalts } from '../../../support/books';
import { postingOf } from '../../../functions/passbook/sample-books';

const at = new Date('2026-11-23T02:00:00Z');
const daysBefore = (days: number): Date => new Date(at.getTime() - days * 86_400_000);

describe('the day on which a line counts', () => {
  it('is when it happened, as far back as a line may, and never later than it was written', () => {
    expect(effectiveAtOf(daysBefore(3), at)).toEqual(daysBefore(3));
    expect(effectiveAtOf(daysBefore(lateDays), at)).toEqual(daysBefore(lateDays));
    expect(effectiveAtOf(daysBefore(lateDays + 1), at)).toEqual(at);
    // The day that the form takes last counts from its beginning, whatever hour it is now.
    const lastDay = startOfDay(daysAfter(dayText(at), -lateDays));
    expect(effectiveAtOf(lastDay, at)).toEqual(lastDay);
    expect(backdatedOf(lastDay, at)).toBe('near');
    expect(effectiveAtOf(new Date(lastDay.getTime() - 1), at)).toEqual(at);
    expect(effectiveAtOf(daysBefore(-1), at)).toEqual(at);
  });

  it('marks a line only where it is another day in Shanghai', () => {
    expect(backdatedOf(new Date('2026-11-22T16:00:00Z'), at)).toBeNull();
    expect(backdatedOf(new Date('2026-11-22T15:59:59Z'), at)).toBe('near');
    expect(backdatedOf(daysBefore(400), at)).toBe('far');
  });

  it('of what undoes a line is that line’s, as far back as a line may', () => {
    const earned = { ...postingOf('p', '某'), at: daysBefore(10), effectiveAt: daysBefore(12) };
    const { entries, head } = bookOf([earned]);
    const undo = { reason: '认错了人', by: '秦', byId: 'a', second: '白', secondId: 'b' };
    const undone = post(head, reversalOf(entries[0]!, undo, at), testSalts);
    expect(undone.entry).toMatchObject({ effectiveAt: daysBefore(12), backdated: 'near', points: -5, earned: 5 });
    expect(undone.entry.reversal?.ofAt).toEqual(daysBefore(12));
    const later = new Date(at.getTime() + 40 * 86_400_000);
    expect(post(head, reversalOf(entries[0]!, undo, later), testSalts).entry.backdated).toBeNull();
    expect(verifyBook([...entries, undone.entry], undone.head, testSalts).state).toBe('sound');
  });

  it('decides the year in which it is counted', () => {
    const { head } = bookOf([
      { ...postingOf('p', '某'), at: new Date('2027-01-03T02:00:00Z'), effectiveAt: new Date('2026-12-30T02:00:00Z') },
    ]);
    expect(head).toMatchObject({ year: 2027, countThisYear: 0, count: 1 });
  });
});

describe('a line by hand', () => {
  const wanted: GrantProposal = {
    kind: 'grant',
    personId: 'p_young',
    unit: 'organization',
    points: 5,
    day: '2026-11-20',
    reason: '守了三夜大坝没有合眼',
  };
  const known = { proposerId: 'p_hou', today: '2026-11-23', units: ['organization'], cap: 20, used: 15 } as const;
  const faultOf = (more: Partial<GrantProposal>, about: object = {}) =>
    grantFault({ ...wanted, ...more }, { ...known, ...about });

  it('may be proposed within the month of whoever proposes it', () => {
    expect(faultOf({})).toBeNull();
    expect(faultOf({ points: 6 })).toEqual({ code: 'GRANT_CAP_REACHED', field: 'points' });
    expect(faultOf({}, { cap: 0, used: 0 })).toEqual({ code: 'GRANT_CAP_REACHED', field: 'points' });
    expect([exceedsCap(15, 5, 20), exceedsCap(16, 5, 20)]).toEqual([false, true]);
  });

  it.each<[string, Partial<GrantProposal>, string, string]>([
    ['their own book', { personId: 'p_hou' }, 'SECOND_PERSON_NEEDED', 'personId'],
    ['nine characters', { reason: '守了三夜大坝没合眼' }, 'REASON_TOO_SHORT', 'reason'],
    ['a unit of which there is no book', { unit: 'courtyard' }, 'INVALID_INPUT', 'unit'],
    ['nothing', { points: 0 }, 'INVALID_INPUT', 'points'],
    ['half a point', { points: 1.5 }, 'INVALID_INPUT', 'points'],
    ['a deduction', { points: -1 }, 'INVALID_INPUT', 'points'],
    ['tomorrow', { day: '2026-11-24' }, 'INVALID_INPUT', 'day'],
    ['too long ago', { day: '2026-10-22' }, 'INVALID_INPUT', 'day'],
    ['too much from paper', { kind: 'opening', points: maxOpening + 1 }, 'INVALID_INPUT', 'points'],
  ])('is refused for %s', (_name, more, code, field) => {
    expect(faultOf(more)).toEqual({ code, field });
  });

  it('brings a balance from paper in, below zero too, as old as it is', () => {
    expect(faultOf({ kind: 'opening', points: -30, day: '2024-12-31' })).toBeNull();
    expect(faultOf({ kind: 'opening', points: 500 })).toBeNull();
  });
});
