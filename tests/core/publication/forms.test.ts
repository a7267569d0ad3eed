/** The forms in which what is public goes out: a calendar, XML, and the span of a question. */
import { calendarOf, folded } from '../../../cloudfunctions/core/publication/rules/calendar';
import { windowOf } from '../../../cloudfunctions/core/publication/rules/window';
import { xmlOf } from '../../../cloudfunctions/core/publication/rules/xml';

test('a calendar has moments in UTC, escaped texts, and lines that end with both signs', () => {
  const text = calendarOf('清河社区', 'qinghe', [
    {
      id: 'a1',
      title: '主题党日; 学习, 讨论\n第二行',
      place: '会议室\\二楼',
      startsAt: new Date('2026-11-28T09:00:00+08:00'),
      updatedAt: new Date('2026-11-20T00:30:00Z'),
      cancelled: true,
    },
  ]);
  const lines = text.split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'UID:a1@qinghe', 'DTSTAMP:20261120T003000Z', 'DTSTART:20261128T010000Z'],
      'SUMMARY:主题党日\\; 学习\\, 讨论\\n第二行',
      'LOCATION:会议室\\\\二楼',
      'STATUS:CANCELLED',
    ]),
  );
  expect(lines.at(-1)).toBe('');
  expect(text).not.toMatch(/[^\r]\n/);
});

test('a long line goes on after at most 75 bytes, and no character is cut', () => {
  const line = `SUMMARY:${'学'.repeat(60)}`;
  const parts = folded(line).split('\r\n');
  expect(parts.length).toBeGreaterThan(2);
  expect(Math.max(...parts.map((part) => Buffer.byteLength(part)))).toBeLessThanOrEqual(75);
  expect(parts.map((part, index) => (index === 0 ? part : part.slice(1))).join('')).toBe(line);
  expect(parts.slice(1).every((part) => part.startsWith(' '))).toBe(true);
});

test('XML escapes what it has to, and drops what it cannot write', () => {
  expect(xmlOf('services', 'service', [{ service_name: `<a & "b">'\u0000`, metadata: false, code: 404 }])).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<services><service>' +
      '<service_name>&lt;a &amp; &quot;b&quot;&gt;&apos;</service_name><metadata>false</metadata><code>404</code>' +
      '</service></services>\n',
  );
  expect(xmlOf('services', 'service', [])).toContain('<services></services>');
});

test('a question spans at most 90 days before its end, with every month that it touches', () => {
  const now = new Date('2026-12-01T00:30:00+08:00');
  expect(windowOf({}, now)).toEqual({
    from: new Date('2026-09-02T00:30:00+08:00'),
    to: now,
    months: ['2026-12', '2026-11', '2026-10', '2026-09'],
  });
  const asked = { start_date: '2026-11-30T23:00:00+08:00', end_date: '2026-11-30T16:30:00Z' };
  expect(windowOf(asked, now)?.months).toEqual(['2026-12', '2026-11']);
  for (const wrong of ['yesterday', '2026-13-01', '20261101'])
    expect(windowOf({ start_date: wrong }, now)).toBeUndefined();
});
