import type { Mark, PaperPage } from '../drawing';
import { slipText } from '../text/slip';
import { lineHeight, wrapLines } from './fit';

/** What the slip of an order says: what its requester may know, and of nobody else more than a name. */
export interface SlipContent {
  readonly community: string;
  readonly number: string;
  readonly what: string;
  /** Who comes; empty while nobody does. */
  readonly helpers: readonly string[];
  /** Of an errand: who does it comes to no door. */
  readonly isErrand: boolean;
  readonly appointment?: { readonly from: Date; readonly until: Date };
  /** By when the next step is promised; absent where nothing is. */
  readonly until?: Date;
  readonly isClosed: boolean;
  readonly papers: readonly string[];
  /** Who answers, each with a number: the grid worker, the office, whoever answers at night. */
  readonly phones: readonly { readonly name: string; readonly phone: string }[];
}

/** A5, upright: folded once it fits a pocket, and large enough to be read without glasses. */
const sheet = { width: 148, height: 210 } as const;
const margin = 12;
const room = sheet.width - 2 * margin;
const ink = '#211c17';
const quiet = '#665d52';
const red = '#b9161c';

/** Large type: nothing under 14 points, numbers to call at 26. */
export function orderSlip(content: SlipContent): PaperPage {
  const marks: Mark[] = [{ kind: 'box', x: 0, y: 0, width: sheet.width, height: 5, colour: red }];
  let y = 8;
  const write = (words: string, size: number, colour: string, most = 1): void => {
    for (const text of wrapLines(words, room, { size, most })) {
      y += lineHeight(size);
      marks.push({ kind: 'text', x: margin, y, size, colour, text });
    }
  };
  const part = (title: string, words: string, most = 1): void => {
    y += 3;
    write(title, 14, quiet);
    write(words, 20, ink, most);
  };
  write(slipText.title, 24, ink);
  write(`${content.community}  ${slipText.number(content.number)}`, 14, quiet, 2);
  y += 3;
  write(content.what, 20, ink, 3);
  part(slipText.who, whoText(content), 2);
  part(slipText.when, whenText(content), 2);
  if (content.papers.length > 0) part(slipText.papers, content.papers.join('、'), 3);
  y += 3;
  write(slipText.call, 14, quiet);
  for (const { name, phone } of content.phones) write(`${name}  ${phone}`, 24, red);
  return { ...sheet, marks };
}

function whoText({ helpers, isErrand }: SlipContent): string {
  if (helpers.length === 0) return slipText.nobody;
  return isErrand ? slipText.errand(helpers.join('、')) : helpers.join('、');
}

function whenText({ appointment, until, isClosed }: SlipContent): string {
  if (isClosed) return slipText.ended;
  if (appointment) return slipText.hours(appointment.from, appointment.until);
  return until ? slipText.by(until) : slipText.unknown;
}
