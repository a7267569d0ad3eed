import type { Mark, PaperPage } from '../drawing';

const a4 = { width: 210, height: 297 } as const;
const markLength = 4;
const markDistance = 1;

interface Cell {
  readonly width: number;
  readonly height: number;
}

/** How many cells of a size stand on a sheet of A4, beside and under each other. */
export function cellsOf({ width, height }: Cell): { readonly columns: number; readonly rows: number } {
  return { columns: Math.floor((a4.width - 10) / width), rows: Math.floor((a4.height - 10) / height) };
}

/** Where the cells of a sheet begin, row by row, in millimetres. */
export function cellOrigins(cell: Cell): readonly { readonly x: number; readonly y: number }[] {
  const { columns, rows } = cellsOf(cell);
  const left = (a4.width - columns * cell.width) / 2;
  const top = (a4.height - rows * cell.height) / 2;
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: left + (index % columns) * cell.width,
    y: top + Math.floor(index / columns) * cell.height,
  }));
}

/** Sheets of A4 full of cells, with marks at the edges to cut along. */
export function sheetsOf<Item>(
  items: readonly Item[],
  cell: Cell,
  marksOf: (item: Item, x: number, y: number) => readonly Mark[],
): readonly PaperPage[] {
  const origins = cellOrigins(cell);
  const pages = Array.from({ length: Math.ceil(items.length / origins.length) }, (_, page) =>
    items.slice(page * origins.length, (page + 1) * origins.length),
  );
  return pages.map((some) => ({
    ...a4,
    marks: [
      ...some.flatMap((item, index) => marksOf(item, origins[index]?.x ?? 0, origins[index]?.y ?? 0)),
      ...cutMarks(cell),
    ],
  }));
}

/** Short lines outside the cells, where the knife goes. */
function cutMarks(cell: Cell): readonly Mark[] {
  const { columns, rows } = cellsOf(cell);
  const [first] = cellOrigins(cell);
  if (!first) return [];
  const right = first.x + columns * cell.width;
  const foot = first.y + rows * cell.height;
  const line = (x: number, y: number, toX: number, toY: number): Mark => {
    return { kind: 'line', x, y, toX, toY, colour: '#8c8174' };
  };
  const near = markDistance;
  const far = markDistance + markLength;
  const across = Array.from({ length: columns + 1 }, (_, index) => first.x + index * cell.width);
  const down = Array.from({ length: rows + 1 }, (_, index) => first.y + index * cell.height);
  return [
    ...across.flatMap((x) => [line(x, first.y - far, x, first.y - near), line(x, foot + near, x, foot + far)]),
    ...down.flatMap((y) => [line(first.x - far, y, first.x - near, y), line(right + near, y, right + far, y)]),
  ];
}
