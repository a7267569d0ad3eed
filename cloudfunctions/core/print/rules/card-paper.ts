import type { GridColour } from '../../../../miniprogram/contracts/hat';
import { colourPair } from '../../../../miniprogram/contracts/grid-colour';
import { spacedCardNumber } from '../../../../miniprogram/contracts/card-number';
import type { CardText } from '../../card/rules/card-text';
import type { Mark } from '../drawing';
import { cardWords, gridTitle } from '../text/papers';
import { fitSize, lineHeight, wrapLines } from './fit';
import { writtenPhone } from '../../../../miniprogram/contracts/written-phone';

/** A card as it is to be printed. */
export interface PrintedCard {
  readonly text: CardText;
  /** The short number. */
  readonly number: string;
  /** The QR picture, PNG or JPEG. */
  readonly code: Buffer;
  /** Of the day on which it is printed: `2026-11-28`. */
  readonly day: string;
  /** Of a station's card: where it is, when it is open. */
  readonly lines?: readonly string[];
  /** The grid worker's, where there is one. */
  readonly photo?: Buffer;
}

/** The least size of the two telephone numbers, in points. */
export const leastNumberSize = 18;
const ink = '#211c17';
const quiet = '#665d52';

/** A text at a place of the card. */
interface Line {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

const write = (line: Line, colour = ink): Mark => ({ kind: 'text', colour, ...line });
const centred = (line: Line, colour = ink): Mark => ({ kind: 'text', colour, ...line, align: 'middle' });

/** The band with the grid's colour and its name in words. */
export function gridBand(
  grid: { readonly gridName: string; readonly colour?: GridColour; readonly communityName: string },
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): readonly Mark[] {
  const pair = colourPair(grid.colour);
  const title = gridTitle(grid.gridName, grid.colour);
  const size = fitSize(title, width * 0.58, { most: height * 1.35, least: 7 });
  const small = fitSize(grid.communityName, width * 0.32, { most: height * 0.9, least: 5 });
  return [
    { kind: 'box', x, y, width, height, colour: pair.fill },
    write({ x: x + 4, y: y + height * 0.68, size, text: title }, pair.ink),
    write({ x: x + width * 0.66, y: y + height * 0.66, size: small, text: grid.communityName }, pair.ink),
  ];
}

export const normalCard = { width: 90, height: 54 } as const;

/** A card of 90 × 54 mm. */
export function normalCardMarks(card: PrintedCard, x: number, y: number): readonly Mark[] {
  const { text, photo } = card;
  const left = x + 4;
  const nameWidth = photo ? 40 : 55;
  const number = { x: left, width: 56, most: 20 };
  const below = card.lines ?? [];
  return [
    ...gridBand(text, { x, y, ...normalCard, height: 9.5 }),
    ...fitted(text.placeName, { x: left, y: y + 15.5, width: nameWidth, size: 11 }),
    ...fitted(workerLine(text), { x: left, y: y + 21.5, width: nameWidth, size: 10 }),
    phoneMark(text.phone, { ...number, y: y + 30 }),
    write({ x: left, y: y + 35.5, size: 9, text: cardWords.office }),
    phoneMark(text.officePhone, { ...number, y: y + 44 }),
    ...below.flatMap((line, index) => fitted(line, { x: left, y: y + 48.5 + index * 3, width: 82, size: 7 })),
    { kind: 'picture', x: x + 62, y: y + 11.5, side: 24, png: card.code },
    centred({ x: x + 74, y: y + 39, size: 8, text: spacedCardNumber(card.number) }),
    centred({ x: x + 74, y: y + 42, size: 4.5, text: cardWords.type }, quiet),
    centred({ x: x + 74, y: y + 45, size: 5, text: cardWords.printed(card.day) }, quiet),
    ...(photo ? [{ kind: 'picture', x: x + 46, y: y + 11.5, side: 13, png: photo } as const] : []),
  ];
}

export const largeCard = { width: 95, height: 138 } as const;

/** The same in large print, 95 × 138 mm. */
export function largeCardMarks(card: PrintedCard, x: number, y: number): readonly Mark[] {
  const { text, photo } = card;
  const left = x + 6;
  const number = { x: left, width: 84, most: 34 };
  const below = card.lines ?? [];
  return [
    ...gridBand(text, { x, y, ...largeCard, height: 16 }),
    ...fitted(text.placeName, { x: left, y: y + 27, width: 83, size: 20 }),
    ...fitted(workerLine(text), { x: left, y: y + 38, width: photo ? 60 : 83, size: 20 }),
    phoneMark(text.phone, { ...number, y: y + 53 }),
    write({ x: left, y: y + 64, size: 18, text: cardWords.office }),
    phoneMark(text.officePhone, { ...number, y: y + 78 }),
    { kind: 'picture', x: left, y: y + 84, side: 38, png: card.code },
    centred({ x: left + 19, y: y + 127, size: 11, text: spacedCardNumber(card.number) }),
    ...wrapLines(cardWords.scan, 40, { size: 16, most: 3 }).map((line, index) =>
      write({ x: left + 43, y: y + 93 + index * lineHeight(16), size: 16, text: line }),
    ),
    ...below.flatMap((line, index) => fitted(line, { x: left + 43, y: y + 110 + index * 6, width: 40, size: 10 })),
    write({ x: left + 43, y: y + 127, size: 7, text: cardWords.printed(card.day) }, quiet),
    ...(photo ? [{ kind: 'picture', x: x + 68, y: y + 30, side: 21, png: photo } as const] : []),
  ];
}

export const doorPlate = { width: 190, height: 134 } as const;

/** A plate beside a door, 190 × 134 mm. */
export function doorPlateMarks(card: PrintedCard, x: number, y: number): readonly Mark[] {
  const { text } = card;
  const left = x + 8;
  const number = { x: left, width: 110, most: 34 };
  return [
    ...gridBand(text, { x, y, ...doorPlate, height: 26 }),
    ...fitted(text.placeName, { x: left, y: y + 52, width: 174, size: 54 }),
    ...fitted(workerLine(text), { x: left, y: y + 74, width: 110, size: 22 }),
    phoneMark(text.phone, { ...number, y: y + 90 }),
    write({ x: left, y: y + 104, size: 20, text: cardWords.office }),
    phoneMark(text.officePhone, { ...number, y: y + 120 }),
    { kind: 'picture', x: x + 128, y: y + 66, side: 52, png: card.code },
    centred({ x: x + 154, y: y + 125, size: 14, text: spacedCardNumber(card.number) }),
    write({ x: left, y: y + 130, size: 7, text: cardWords.printed(card.day) }, quiet),
  ];
}

/** A number as people read it, as large as it fits, and never small. */
function phoneMark(
  phone: string,
  { x, y, width, most }: { readonly x: number; readonly y: number; readonly width: number; readonly most: number },
): Mark {
  const text = writtenPhone(phone);
  return write({ x, y, size: fitSize(text, width, { most, least: leastNumberSize }), text });
}

function workerLine({ holder }: CardText): string {
  return holder ? `${cardWords.worker} ${holder.name}` : cardWords.worker;
}

/** A text in one line, smaller where it is long; of the longest, two lines. */
function fitted(
  text: string,
  { x, y, width, size }: { x: number; y: number; width: number; size: number },
): readonly Mark[] {
  const least = size * 0.6;
  const fit = fitSize(text, width, { most: size, least });
  const lines = fit > least ? [text] : wrapLines(text, width, { size: fit, most: 2 });
  const up = (lines.length - 1) * lineHeight(fit);
  return lines.map((line, index) => write({ x, y: y - up + index * lineHeight(fit), size: fit, text: line }));
}
