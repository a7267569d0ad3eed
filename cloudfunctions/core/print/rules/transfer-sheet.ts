import type { Mark, PaperPage } from '../drawing';
import { momentText, transferText as text } from '../text/transfer-sheet';
import { lineHeight, wrapLines } from './fit';

/**
 * What hotlines ask for and file (where, when, who, what, and what is hoped for), with the number by which the
 * community finds it again.
 */
export interface TransferContent {
  readonly number: string;
  readonly to: string;
  readonly name: string;
  readonly phone: string;
  /** Somebody other than the requester vouches for the number. */
  readonly isVerified: boolean;
  readonly isPrivate: boolean;
  readonly address: string;
  readonly category: string;
  readonly isUrgent: boolean;
  readonly isFromCall: boolean;
  readonly words: string;
  readonly askedAt: Date;
  readonly photos: number;
  readonly handedAt: Date;
  readonly handedBy: string;
  readonly note: string;
  readonly office: { readonly name: string; readonly phone: string };
}

/** A4, upright. */
const sheet = { width: 210, height: 297 } as const;
const margin = 20;
const valueFrom = 56;
const size = 12;
const foot = sheet.height - 24;
/** Longer than the longest words that an order takes, in the width of a value. */
const mostLines = 80;
const ink = '#211c17';
const quiet = '#665d52';
const red = '#b9161c';

/** Every field with its name, in order. */
export function transferFields(content: TransferContent): readonly (readonly [label: string, value: string])[] {
  const { name, phone, address, words, note, number, office } = content;
  return [
    [text.name, name],
    [text.phone, text.phoneOf(phone, content.isVerified)],
    [text.private, text.privateOf(content.isPrivate)],
    [text.address, address],
    [text.category, text.categoryOf(content.category)],
    [text.urgent, text.urgentOf(content.isUrgent)],
    [text.source, text.sourceOf(content.isFromCall)],
    [text.askedAt, momentText(content.askedAt)],
    [text.words, words],
    [text.photos, text.photosOf(content.photos)],
    [text.handed, text.handedOf(content.handedAt, content.handedBy)],
    ...(note === '' ? [] : [[text.note, note] as const]),
    [text.number, number],
    [text.office, `${office.name} ${office.phone}`],
  ];
}

/** The sheet, on as many pages as its words need, with room for the answer at the end. */
export function transferPages(content: TransferContent): readonly PaperPage[] {
  const pages: Mark[][] = [[{ kind: 'box', x: 0, y: 0, width: sheet.width, height: 4, colour: red }]];
  let y = 14;
  const write = (x: number, words: string, colour: string, points = size): void => {
    pages.at(-1)?.push({ kind: 'text', x, y, size: points, colour, text: words });
  };
  const step = (height: number): void => {
    if (y + height > foot) {
      pages.push([]);
      y = 14;
    }
    y += height;
  };
  step(lineHeight(24));
  write(margin, text.title, ink, 24);
  step(lineHeight(14) * 1.2);
  write(margin, text.to(content.to), red, 14);
  for (const [label, value] of [...transferFields(content), [text.answer, ''] as const]) {
    y += 3;
    for (const [index, line] of wrapped(value).entries()) {
      step(lineHeight(size) * 1.15);
      if (index === 0) write(margin, label, quiet);
      write(valueFrom, line, ink);
    }
  }
  y = sheet.height - 14;
  write(margin, text.foot, quiet, 9);
  return pages.map((marks) => ({ ...sheet, marks }));
}

function wrapped(value: string): readonly string[] {
  const lines = wrapLines(value, sheet.width - margin - valueFrom, { size, most: mostLines });
  return lines.length === 0 ? [''] : lines;
}
