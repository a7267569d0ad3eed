import { defaultMessagePolicy } from '../../../cloudfunctions/core/message/policy';
import { isFlooded, isSurelyFree, nextDigestAt } from '../../../cloudfunctions/core/message/rules/flood';

const now = new Date('2026-11-28T09:30:00+08:00');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('a flood of subscription messages', () => {
  const policy = { ...defaultMessagePolicy, atOnce: 3, withinMinutes: 60 };

  it('begins with one more than a community lets ring within its time', () => {
    expect(isFlooded([ago(50), ago(20)], policy, now)).toBe(false);
    expect(isFlooded([ago(50), ago(20), ago(0)], policy, now)).toBe(true);
  });

  it('is over when the first of them is out of that time, to the millisecond', () => {
    expect(isFlooded([new Date(ago(60).getTime() + 1), ago(20), ago(0)], policy, now)).toBe(true);
    expect(isFlooded([ago(60), ago(20), ago(0)], policy, now)).toBe(false);
  });

  it('cannot be where nothing rang for a day', () => {
    expect(isSurelyFree([], now)).toBe(true);
    expect(isSurelyFree([ago(24 * 60)], now)).toBe(true);
    expect(isSurelyFree([ago(24 * 60 - 1)], now)).toBe(false);
  });
});

test('a digest is for the next of its hours on Shanghai’s clock, tomorrow’s first after today’s last', () => {
  const digestHours = [18, 8, 12];
  const at = (text: string) => nextDigestAt(new Date(text), { digestHours });
  expect(at('2026-11-28T09:30:00+08:00')).toEqual(new Date('2026-11-28T12:00:00+08:00'));
  expect(at('2026-11-28T12:00:00+08:00')).toEqual(new Date('2026-11-28T18:00:00+08:00'));
  expect(at('2026-11-28T18:00:01+08:00')).toEqual(new Date('2026-11-29T08:00:00+08:00'));
  // In UTC it is still the day before.
  expect(at('2026-11-28T00:30:00+08:00')).toEqual(new Date('2026-11-28T08:00:00+08:00'));
});
