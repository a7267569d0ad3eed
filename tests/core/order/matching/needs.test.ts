import { isFreeAt } from '../../../../cloudfunctions/core/order/matching/availability';
import type { Helper } from '../../../../cloudfunctions/core/order/matching/helper';
import { ledgerHours, needHours, wantedOf } from '../../../../cloudfunctions/core/order/matching/needs';

const friday = new Date('2026-11-27T10:00:00+08:00');
const need = (when: 'any' | 'saturday' | 'today-afternoon' | 'today-evening', createdAt = friday) => ({
  when,
  createdAt,
});
const helper = (more: Partial<Helper>): Helper => ({
  _id: 'm',
  name: '人',
  skills: [],
  free: [],
  atWork: [],
  reachable: true,
  ...more,
});
const hours = {
  work: [{ days: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1080 }],
  free: [{ days: [5], fromMinute: 1110, toMinute: 1260 }],
};

describe('S2-15 the needs ledger', () => {
  it.each([
    ['saturday', { day: 6, fromHour: 8, toHour: 20 }],
    ['today-afternoon', { day: 5, fromHour: 13, toHour: 18 }],
    ['today-evening', { day: 5, fromHour: 18, toHour: 21 }],
    ['any', { day: 0, fromHour: 0, toHour: 0 }],
  ] as const)('%s of a Friday', (when, wanted) => {
    expect(wantedOf(need(when))).toEqual(wanted);
  });

  it('takes the day of Shanghai, not of the machine', () => {
    expect(wantedOf(need('today-evening', new Date('2026-11-27T23:30:00Z'))).day).toBe(6);
  });

  it('counts needs and who is free, hour by hour', () => {
    const found = needHours(
      5,
      [need('today-afternoon'), need('today-evening'), need('today-evening'), need('saturday'), need('any')],
      [helper({ free: ['today-evening'] }), helper({ hours }), helper({ free: ['any'] })],
    );
    expect(found.map(({ hour }) => hour)).toEqual(ledgerHours);
    expect(found.filter(({ needs }) => needs > 0).map(({ hour, needs }) => [hour, needs])).toEqual([
      [13, 1],
      [14, 1],
      [15, 1],
      [16, 1],
      [17, 1],
      [18, 2],
      [19, 2],
      [20, 2],
    ]);
    expect(found.filter(({ free }) => free > 0).map(({ hour, free }) => [hour, free])).toEqual([
      [18, 1],
      [19, 2],
      [20, 2],
    ]);
    expect(needHours(0, [need('any')], [])).toEqual([]);
  });

  it('says nobody is free who is at work, whole hours alone count', () => {
    expect([9, 17, 18, 19, 20, 21].filter((hour) => isFreeAt(helper({ hours }), 5, hour))).toEqual([19, 20]);
    expect(isFreeAt(helper({ hours }), 4, 19)).toBe(false);
    expect(isFreeAt(helper({ free: ['saturday'] }), 6, 8)).toBe(true);
    expect(isFreeAt(helper({ free: ['today-evening'] }), 6, 19)).toBe(false);
  });
});
