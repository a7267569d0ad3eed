import type { SheetRow, SheetView } from '../../../../miniprogram/contracts/reward';
import { textWidth, type Mark, type PaperPage } from '../drawing';
import { correctionText, issuedLine, moneyText, nameOf, sheetText } from '../text/reward-sheet';

/** A4, upright, as a board at a gate takes it. */
const sheet = { width: 210, height: 297 } as const;
const margin = 15;
const ink = '#211c17';
const quiet = '#665d52';
const red = '#b9161c';
const rule = '#c9bfb2';
/** Where each column ends; the first, of names, begins at the margin. */
const columnEnds = [66, 82, 98, 114, 130, 146, 170, 195] as const;
const nameSize = 11;
const tableTop = 66;
const rowHeight = 9;
const rowsPerPage = 22;

/** The month as a table, each thing a row that adds up from left to right, with the sums of points and money below. */
export function rewardSheet(view: SheetView, community: string): readonly PaperPage[] {
  const pages = inPages(view.rows);
  return pages.map((rows, index) => {
    const isLast = index === pages.length - 1;
    const lines = [...rows.map(cellsOf), ...(isLast && view.rows.length > 0 ? [sumsOf(view.rows)] : [])];
    return {
      ...sheet,
      marks: [
        ...heading(view, community),
        ...tableRow(sheetText.columns, 0, quiet),
        ...lines.flatMap((cells, row) => tableRow(cells, row + 1, ink)),
        ...(lines.length === 0 ? [text(sheetText.nothing, { y: rowFoot(1), size: 12, colour: ink })] : []),
        text(sheetText.soundness, { y: sheet.height - 18, size: 9, colour: quiet }),
        text(sheetText.page(index + 1, pages.length), { y: sheet.height - 12, size: 9, colour: quiet }),
      ],
    };
  });
}

function inPages(rows: readonly SheetRow[]): readonly (readonly SheetRow[])[] {
  const count = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  return Array.from({ length: count }, (_, page) => rows.slice(page * rowsPerPage, (page + 1) * rowsPerPage));
}

function heading(view: SheetView, community: string): readonly Mark[] {
  return [
    { kind: 'box', x: 0, y: 0, width: sheet.width, height: 4, colour: red },
    text(sheetText.title(view.month), { y: 22, size: 20, colour: ink }),
    text(community, { y: 33, size: 14, colour: red }),
    text(issuedLine(view), { y: 45, size: 12, colour: ink }),
  ];
}

function cellsOf(row: SheetRow): readonly string[] {
  const { opening, received, collected, corrected, closing, points, costCents } = row;
  return [
    nameOf(row),
    String(opening),
    String(received),
    String(collected),
    correctionText(corrected),
    String(closing),
    String(points),
    moneyText(costCents),
  ];
}

/** Pieces of different things have no sum. */
function sumsOf(rows: readonly SheetRow[]): readonly string[] {
  const points = rows.reduce((sum, row) => sum + row.points, 0);
  const costCents = rows.reduce((sum, row) => sum + row.costCents, 0);
  return [sheetText.sum, '', '', '', '', '', String(points), moneyText(costCents)];
}

const rowFoot = (row: number): number => tableTop + row * rowHeight;

function tableRow(cells: readonly string[], row: number, colour: string): readonly Mark[] {
  const y = rowFoot(row);
  const [name = '', ...numbers] = cells;
  return [
    text(name, { y, size: nameSizeOf(name), colour }),
    ...numbers.map((cell, index) =>
      text(cell, { x: columnEnds[index + 1] ?? sheet.width - margin, y, size: 10.5, colour, align: 'right' }),
    ),
    { kind: 'line', x: margin, y: y + 2.5, toX: sheet.width - margin, toY: y + 2.5, colour: rule },
  ];
}

/** A long name is printed smaller, so that it stays within its column. */
function nameSizeOf(name: string): number {
  const room = columnEnds[0] - margin;
  return Math.min(nameSize, (nameSize * room) / Math.max(textWidth(name, nameSize), 1));
}

type Text = Extract<Mark, { kind: 'text' }>;

function text(words: string, at: Pick<Text, 'y' | 'size' | 'colour'> & Partial<Text>): Text {
  return { kind: 'text', x: margin, ...at, text: words };
}
