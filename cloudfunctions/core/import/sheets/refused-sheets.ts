import type { Database } from '../../platform/database';
import type { Import } from '../document/import';
import { importPages, type ImportPage, type ImportRow, type RowCode } from '../document/page';
import { reasonHeader, reasonText } from '../text/reasons';
import { candidateText, leftText } from '../text/duplicates';
import type { TextSheet } from '../workbook-reader';

const pagesAtOnce = 20;

/** What was not written, under the headers of its sheets, each row with its reasons behind it. */
export async function refusedSheets(database: Database, one: Import): Promise<readonly TextSheet[]> {
  const sheets = new Map<number, { readonly name: string; readonly lines: string[][] }>();
  for await (const row of leftRows(database, one._id)) {
    const headers = one.headers[row.sheetIndex] ?? [];
    const sheet = sheets.get(row.sheetIndex) ?? {
      name: row.sheet ?? `Sheet${String(row.sheetIndex + 1)}`,
      lines: [[...headers, reasonHeader]],
    };
    sheets.set(row.sheetIndex, sheet);
    sheet.lines.push([...headers.map((_, index) => row.cells[index] ?? ''), reasonsOf(row)]);
  }
  return [...sheets.values()];
}

async function* leftRows(database: Database, importId: string): AsyncGenerator<ImportRow> {
  for (let from: number | undefined = 0; from !== undefined;) {
    const pages: readonly ImportPage[] = await database.find(importPages, {
      where: { importId, number: { gte: from } },
      sort: { number: 'asc' },
      limit: pagesAtOnce,
    });
    yield* pages.flatMap(({ rows }) => rows.filter(isLeft));
    const last: ImportPage | undefined = pages.at(-1);
    from = pages.length === pagesAtOnce && last ? last.number + 1 : undefined;
  }
}

/** Why a row that was to be written was left. */
const lateCodes: readonly RowCode[] = ['changedMeanwhile', 'postHeld', 'colourTaken'];

/** Rows that stay with whoever sent them; a row of which all is known already needs nothing. */
function isLeft({ fate, written, notes }: ImportRow): boolean {
  if (written || fate === 'unchanged') return false;
  const isLate = notes.some(({ code }) => lateCodes.includes(code));
  return fate === 'refused' || fate === 'duplicate' || isLate;
}

function reasonsOf({ notes, candidates, decision }: ImportRow): string {
  const said = notes.map((note) => (note.column === '' ? reasonText(note) : `${note.column}：${reasonText(note)}`));
  const alike = decision === 'leave' ? [leftText] : candidates.map(candidateText);
  return [...said, ...alike].join('；');
}
