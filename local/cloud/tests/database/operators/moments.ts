import { at, refusedWith, type Case, type Cases } from './case';

/** The last and first days of years in which the week's year is another one. */
const newYear = new Date('2027-01-03T12:00:00Z');
const oldYear = new Date('2024-12-30T12:00:00Z');
const zone = 'Asia/Shanghai';

const part = (expected: number, inZone: { moment: Date; expected: number }): Case[] => [
  ['$at', expected],
  [['$at'], expected],
  [{ date: '$at' }, expected],
  [{ date: inZone.moment, timezone: zone }, inZone.expected],
  ['$nil', null],
  ['$missing', null],
  [{ date: '$at', timezone: '$nil' }, null],
  ['$text', refusedWith("can't convert from BSON type string to Date")],
];
const evening = new Date('2018-12-31T16:30:15.042Z');

export const moments: Cases = {
  dateFromParts: [
    [{ year: 2017, month: 2, day: 8, hour: 12, timezone: 'America/New_York' }, new Date('2017-02-08T17:00:00Z')],
    [{ isoWeekYear: 2026, isoWeek: 53, isoDayOfWeek: 7 }, new Date('2027-01-03T00:00:00Z')],
    [{ isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3, hour: 12 }, new Date('2017-02-08T12:00:00Z')],
    [{ year: 2017, month: 14 }, new Date('2018-02-01T00:00:00Z')],
    [{ year: 2017, timezone: '+0800' }, new Date('2016-12-31T16:00:00Z')],
    [{ year: '$nil' }, null],
    [{ year: 2017, isoWeekYear: 2017 }, refusedWith('does not allow mixing natural dates with ISO dates')],
    [{ month: 2 }, refusedWith("Missing 'year' parameter to $dateFromParts")],
    [{ year: '$text' }, refusedWith("'year' must evaluate to an integer, found string")],
    [{ year: 20000 }, refusedWith("'year' must evaluate to an integer in the range 0 to 9999")],
  ],
  dateFromString: [
    [{ dateString: '2019-05-14T09:38:51.686Z' }, at],
    [{ dateString: '2019-05-14' }, new Date('2019-05-14T00:00:00Z')],
    [{ dateString: '2019-05-14 09:38:51', timezone: zone }, new Date('2019-05-14T01:38:51Z')],
    [{ dateString: '2019-05-14T09:38:51+0800' }, new Date('2019-05-14T01:38:51Z')],
    [{ dateString: 'July 4th, 2017' }, new Date('2017-07-04T00:00:00Z')],
    [{ dateString: '12/31/2017' }, new Date('2017-12-31T00:00:00Z')],
    [{ dateString: '31.12.2017 08:05', format: '%d.%m.%Y %H:%M' }, new Date('2017-12-31T08:05:00Z')],
    [{ dateString: '$nil' }, null],
    [{ dateString: '$nil', onNull: 'none' }, 'none'],
    [{ dateString: 'abc', onError: 'wrong' }, 'wrong'],
    [{ dateString: 'abc' }, refusedWith("Error parsing date string 'abc'")],
    [{ dateString: '$seven' }, refusedWith("requires that 'dateString' be a string, found: int")],
    [{ dateString: '2019-05-14T09:38:51Z', timezone: zone }, refusedWith('together with a timezone argument')],
  ],
  dateToString: [
    [{ date: '$at', format: '%Y-%m-%d %H:%M:%S.%L' }, '2019-05-14 09:38:51.686'],
    [{ date: '$at' }, '2019-05-14T09:38:51.686Z'],
    [{ date: '$at', format: '%w %u %j %U %V %G %%' }, '3 2 134 19 20 2019 %'],
    [{ date: '$at', format: '%H %z %Z', timezone: zone }, '17 +0800 +480'],
    [{ date: '$at', format: '%z', timezone: '-03:30' }, '-0330'],
    [{ date: newYear, format: '%G-W%V-%u' }, '2026-W53-7'],
    [{ date: oldYear, format: '%G-W%V-%u' }, '2025-W01-1'],
    [{ date: '$nil', format: '%Y' }, null],
    [{ date: '$missing', format: '%Y', onNull: '无' }, '无'],
    [{ date: '$at', format: '%Q' }, refusedWith("Invalid format character '%Q' in format string")],
    [{ date: '$at', format: '%Y%' }, refusedWith("Unmatched '%' at end of format string")],
    [
      { date: '$at', format: '%Y', timezone: 'Mars/Base' },
      refusedWith('unrecognized time zone identifier: "Mars/Base"'),
    ],
    [{ date: '$text', format: '%Y' }, refusedWith("can't convert from BSON type string to Date")],
  ],
  dayOfMonth: part(14, { moment: evening, expected: 1 }),
  dayOfWeek: part(3, { moment: evening, expected: 3 }),
  dayOfYear: part(134, { moment: evening, expected: 1 }),
  hour: part(9, { moment: evening, expected: 0 }),
  isoDayOfWeek: part(2, { moment: evening, expected: 2 }),
  isoWeek: [...part(20, { moment: evening, expected: 1 }), [newYear, 53], [oldYear, 1]],
  isoWeekYear: [...part(2019, { moment: evening, expected: 2019 }), [newYear, 2026], [oldYear, 2025]],
  millisecond: part(686, { moment: evening, expected: 42 }),
  minute: part(38, { moment: evening, expected: 30 }),
  month: part(5, { moment: evening, expected: 1 }),
  second: part(51, { moment: evening, expected: 15 }),
  week: [...part(19, { moment: evening, expected: 0 }), [newYear, 1]],
  year: part(2019, { moment: evening, expected: 2019 }),
};
