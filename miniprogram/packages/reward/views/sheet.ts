import type { SheetView } from '../../../contracts/reward';
import { countedLine, issuedLine, monthText, rowParts, rowSums, sheetTitle } from '../text/sheet';

/** The public month as its page draws it, and as text to be printed. */
export interface Sheet {
  readonly month: string;
  readonly title: string;
  readonly issued: string;
  readonly counted: string;
  readonly rows: readonly SheetLine[];
  /** Months to turn to, newest first. */
  readonly months: readonly { readonly value: string; readonly text: string }[];
  readonly plain: string;
}

interface SheetLine {
  readonly goodId: string;
  readonly name: string;
  readonly picture: string;
  readonly parts: string;
  readonly sums: string;
}

export function sheet(view: SheetView): Sheet {
  const rows = view.rows.map((row) => ({
    goodId: row.goodId,
    name: row.name,
    picture: row.picture,
    parts: rowParts(row).join('，'),
    sums: rowSums(row),
  }));
  const [title, issued, counted] = [sheetTitle(view.month), issuedLine(view), countedLine(view)];
  return {
    month: view.month,
    title,
    issued,
    counted,
    rows,
    months: view.months.map((month) => ({ value: month, text: monthText(month) })),
    plain: [title, issued, counted, ...rows.flatMap(({ name, parts, sums }) => [name, parts, sums])]
      .filter((line) => line !== '')
      .join('\n'),
  };
}
