import {
  ago,
  bookDate,
  timeOfDay,
  dayTime,
  greeting,
  hours,
  timeLeft,
  shanghaiTime,
  monthDay,
  sameDay,
  durationText,
  weekdayTime,
} from '../../miniprogram/text/dates';

const now = Date.parse('2026-11-21T13:00:00.000Z');

test('X-04 a day is a day of Shanghai', () => {
  expect(dayTime('2026-11-24T02:05:00.000Z')).toBe('11 月 24 日 10:05');
  expect(monthDay('2026-12-31T16:00:00.000Z')).toBe('1 月 1 日');
  expect(timeOfDay('2026-11-21T01:02:00.000Z')).toBe('9:02');
  expect(sameDay('2026-11-20T16:00:00.000Z', now)).toBe(true);
  expect(sameDay('2026-11-20T15:59:59.000Z', now)).toBe(false);
  expect(weekdayTime('2026-11-28T01:00:00.000Z')).toBe('11 月 28 日 星期六 9:00');
});

test.each([
  ['2026-11-21T12:59:30.000Z', '刚刚'],
  ['2026-11-21T12:07:00.000Z', '53 分钟前'],
  ['2026-11-21T10:30:00.000Z', '2 小时前'],
  ['2026-11-21T00:40:00.000Z', '今天 8:40'],
  ['2026-11-20T15:30:00.000Z', '昨天 23:30'],
  ['2026-11-19T07:00:00.000Z', '11 月 19 日 15:00'],
  ['2025-11-19T07:00:00.000Z', '2025 年 11 月 19 日 15:00'],
])('%s was %s', (at, said) => {
  expect(ago(at, now)).toBe(said);
});

test('S2-12 what is left of a promise', () => {
  expect(timeLeft('2026-11-24T10:00:00.000Z', now)).toBe('还剩 2 天 21 小时');
  expect(timeLeft('2026-11-21T18:00:00.000Z', now)).toBe('还剩 5 小时');
  expect(timeLeft('2026-11-21T13:20:00.000Z', now)).toBe('还剩 20 分钟');
  expect(timeLeft('2026-11-21T13:00:00.000Z', now)).toBe('还剩 1 分钟');
  expect(timeLeft('2026-11-21T10:00:00.000Z', now)).toBe('晚了 3 小时');
  expect(durationText(2 * 86_400_000)).toBe('2 天');
  expect(hours(76)).toBe('3 天 4 小时');
});

test('a book writes the year where it is not this one', () => {
  expect(bookDate('2026-11-14T02:00:00.000Z', now)).toEqual({ day: '11-14', year: '' });
  expect(bookDate('2025-12-31T15:00:00.000Z', now)).toEqual({ day: '12-31', year: '2025' });
  expect(bookDate('2025-12-31T16:00:00.000Z', now)).toEqual({ day: '01-01', year: '' });
});

test('a picked day and time is a moment in Shanghai', () => {
  expect(shanghaiTime('2026-11-28', '09:00')).toBe('2026-11-28T01:00:00.000Z');
  expect(shanghaiTime('2026-01-01', '07:30')).toBe('2025-12-31T23:30:00.000Z');
});

test.each([
  ['2026-11-21T22:00:00Z', '早上好'],
  ['2026-11-21T04:00:00Z', '中午好'],
  ['2026-11-21T08:00:00Z', '下午好'],
  ['2026-11-21T13:00:00Z', '晚上好'],
  ['2026-11-21T18:00:00Z', '夜深了'],
])('at %s one says %s', (at, said) => {
  expect(greeting(Date.parse(at))).toBe(said);
});
