import type { BriefView, ShareView } from '../../../../miniprogram/contracts/brief';
import { untilText } from '../../brief/text/brief';
import type { Mark, PaperPage } from '../drawing';
import { briefText } from '../text/brief';
import { lineHeight, wrapLines } from './fit';

/** A4, upright. */
const sheet = { width: 210, height: 297 } as const;
const margin = 20;
const room = sheet.width - 2 * margin;
const foot = sheet.height - 22;
const ink = '#211c17';
const quiet = '#665d52';
const red = '#b9161c';
const rest = '#e0d6c9';
const barsFrom = 78;
const barHeight = 4.5;
const barStep = 8;
const mostWords = 60;

/** Marks down a page, and on the next one where it is full. */
class Column {
  readonly pages: Mark[][] = [[{ kind: 'box', x: 0, y: 0, width: sheet.width, height: 4, colour: red }]];
  private y = 16;

  write(words: string, size: number, colour: string): void {
    for (const text of wrapLines(words, room, { size, most: mostWords })) {
      this.step(lineHeight(size) * 1.15);
      this.page.push({ kind: 'text', x: margin, y: this.y, size, colour, text });
    }
  }

  space(height: number): void {
    this.y += height;
  }

  /** A name, a bar that says how many were made and how many of them were solved, and both numbers. */
  bar({ name, created, solved }: ShareView, most: number): void {
    this.step(barStep);
    const { y } = this;
    const width = (count: number) => ((sheet.width - margin - 22 - barsFrom) * count) / Math.max(most, 1);
    this.page.push({ kind: 'text', x: margin, y, size: 11, colour: ink, text: name });
    const made = { kind: 'box', x: barsFrom, y: y - barHeight + 0.7, height: barHeight } as const;
    if (created !== null && created > 0) this.page.push({ ...made, width: width(created), colour: rest });
    if (solved !== null && solved > 0) this.page.push({ ...made, width: width(solved), colour: red });
    const text = briefText.share(created, solved);
    this.page.push({ kind: 'text', x: sheet.width - margin, y, size: 11, colour: quiet, text, align: 'right' });
  }

  private get page(): Mark[] {
    return this.pages.at(-1) ?? [];
  }

  private step(height: number): void {
    if (this.y + height > foot) {
      this.pages.push([]);
      this.y = 14;
    }
    this.y += height;
  }
}

/** The month in words, then by grid and by category as bars; what fewer than five people are behind is not in it. */
export function briefPages(view: BriefView, community: string): readonly PaperPage[] {
  const column = new Column();
  column.write(briefText.title(view.month), 22, ink);
  column.write(community, 14, red);
  if (view.until !== undefined) column.write(untilText(view.until), 11, quiet);
  column.space(4);
  for (const words of view.words) {
    column.write(words, 12.5, ink);
    column.space(2.5);
  }
  for (const { title, shares } of [
    { title: briefText.grids, shares: view.grids },
    { title: briefText.categories, shares: view.categories },
  ]) {
    if (shares.length === 0) continue;
    column.space(4);
    column.write(title, 14, ink);
    column.write(briefText.legend, 10, quiet);
    for (const share of shares) column.bar(share, Math.max(...shares.map(({ created }) => created ?? 0)));
  }
  return column.pages.map((marks, index) => ({
    ...sheet,
    marks: [...marks, pageNumber(index + 1, column.pages.length)],
  }));
}

function pageNumber(number: number, count: number): Mark {
  const text = briefText.page(number, count);
  return { kind: 'text', x: sheet.width - margin, y: sheet.height - 12, size: 9, colour: quiet, text, align: 'right' };
}
