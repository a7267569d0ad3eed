/** A member's year as a picture: what is drawn where, before any canvas. */
import { pictureFoot, pictureMonth } from '../text/year-picture';
import type { YearRow } from './review-rows';

/** Pixels from the upper left corner; a text's `y` is its foot. */
export type PictureMark =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly colour: string;
      readonly text: string;
      readonly align: 'left' | 'center';
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly colour: string;
    };

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly PictureMark[];
}

/** What of a year is drawn. */
export interface PictureYear {
  readonly title: string;
  readonly sums: readonly string[];
  readonly missing: string;
  readonly months: readonly Pick<YearRow, 'month' | 'bar' | 'isMissing'>[];
}

const width = 1_080;
const margin = 72;
const room = width - 2 * margin;
const ink = '#211c17';
const quiet = '#665d52';
const red = '#b9161c';
const paper = '#fffdf9';
const rule = '#c9bfb2';
const chartHeight = 420;
const sizes = { title: 72, sum: 44, note: 36, month: 34 } as const;

/** Upright, as an album shows it; as high as it has to be. Every text is cut into lines that fit. */
export function yearPicture({ title, sums, missing, months }: PictureYear): Picture {
  const marks: PictureMark[] = [];
  let y = 60;
  const write = (text: string, size: number, colour: string): void => {
    for (const line of linesOf(text, size)) {
      y += Math.round(size * 1.4);
      marks.push({ kind: 'text', x: margin, y, size, colour, text: line, align: 'left' });
    }
  };
  write(title, sizes.title, ink);
  y += 16;
  for (const sum of sums) write(sum, sizes.sum, red);
  if (missing !== '') write(missing, sizes.note, quiet);
  y += 56;
  marks.push(...chart(months, y));
  y += chartHeight + 72;
  for (const line of pictureFoot) write(line, sizes.note, quiet);
  const height = y + margin;
  const sheet: PictureMark = { kind: 'box', x: 0, y: 0, width, height, colour: paper };
  const band: PictureMark = { kind: 'box', x: 0, y: 0, width, height: 20, colour: red };
  return { width, height, marks: [sheet, band, ...marks] };
}

/** A bar a month with its number below; a month that is missing is an open place. */
function chart(months: PictureYear['months'], top: number): readonly PictureMark[] {
  const step = room / Math.max(1, months.length);
  const foot = top + chartHeight;
  const bars = months.flatMap(({ month, bar, isMissing }, at): readonly PictureMark[] => {
    const x = Math.round(margin + at * step);
    const high = isMissing ? 4 : Math.round((chartHeight * bar) / 100);
    const number = pictureMonth(month);
    const middle = Math.round(x + step / 2);
    return [
      {
        kind: 'box',
        x: x + 8,
        y: foot - high,
        width: Math.round(step) - 16,
        height: high,
        colour: isMissing ? rule : red,
      },
      { kind: 'text', x: middle, y: foot + 48, size: sizes.month, colour: quiet, text: number, align: 'center' },
    ];
  });
  return [...bars, { kind: 'box', x: margin, y: foot, width: room, height: 3, colour: rule }];
}

/** Chinese characters are square, the others about half as wide. */
function linesOf(text: string, size: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const letter of text) {
    const wide = letter.charCodeAt(0) > 0x2e7f ? size : size * 0.6;
    if (line !== '' && used + wide > room) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += letter;
    used += wide;
  }
  return line === '' ? lines : [...lines, line];
}
