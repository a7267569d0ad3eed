/** An activity as a calendar shows it. */
export interface CalendarEvent {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly updatedAt: Date;
  readonly cancelled: boolean;
}

/** `2026-11-28T01:00:00.000Z` as RFC 5545 has it: a moment in UTC, which no calendar can mistake for another zone. */
const moment = (date: Date): string => `${date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r?\n/g, '\\n')
    .replaceAll(/[;,]/g, (sign) => `\\${sign}`);

const lineBytes = 75;

/** RFC 5545, 3.1: a line has at most 75 bytes, goes on after a break and a blank, and is cut between characters. */
export function folded(line: string): string {
  const lines = [''];
  let room = lineBytes;
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (bytes > room) {
      lines.push(' ');
      room = lineBytes - 1;
    }
    lines[lines.length - 1] += character;
    room -= bytes;
  }
  return lines.join('\r\n');
}

/** The text of a calendar file (`text/calendar`). How long an activity takes nobody says: each is a start alone. */
export function calendarOf(name: string, domain: string, events: readonly CalendarEvent[]): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Lianxin//Activities//ZH', 'CALSCALE:GREGORIAN'],
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ id, title, place, startsAt, updatedAt, cancelled }) => [
      'BEGIN:VEVENT',
      `UID:${id}@${domain}`,
      `DTSTAMP:${moment(updatedAt)}`,
      `DTSTART:${moment(startsAt)}`,
      `SUMMARY:${escaped(title)}`,
      `LOCATION:${escaped(place)}`,
      `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
