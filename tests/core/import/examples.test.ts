/** Spreadsheets as offices send them (`tests/imports/`), and what an import must make of each. */
import fs from 'node:fs';
import path from 'node:path';
import { readWorkbook } from '../../../cloudfunctions/core/import/workbook-reader';
import { cellText } from '../../../cloudfunctions/core/import/workbook';
import { runImport } from '../../../tools/import';

const folder = path.resolve(__dirname, '../../imports');
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Row = { [key: string]: Json };
interface Sheet {
  readonly people?: Row[];
  readonly refused: Row[];
}
interface Answer {
  readonly kind: string;
  readonly sheets: Sheet[];
}

const answers = fs.readdirSync(folder).filter((file) => file.endsWith('.expected.json'));
const fileOf = (answer: string): string => {
  const name = answer.replace('.expected.json', '');
  return fs.readdirSync(folder).find((file) => file.startsWith(`${name}.`) && file !== answer) ?? '';
};
const expectedOf = (answer: string) => JSON.parse(fs.readFileSync(path.join(folder, answer), 'utf8')) as Answer;
const printed = async (file: string, kind: string) =>
  JSON.parse((await runImport([path.join(folder, file), '--kind', kind, '--json'])).join('\n')) as Answer;

/**
 * The printed document with what an answer names: reasons are in our own words, absent is null, and lists of rows must
 * have no row more or less. Whether something is said of a row must agree as well.
 */
function agreed(ours: Json | undefined, theirs: Json): Json {
  if (Array.isArray(theirs))
    return Array.isArray(ours) ? ours.map((one, index) => agreed(one, theirs[index] ?? null)) : (ours ?? null);
  if (theirs === null || typeof theirs !== 'object') return ours ?? null;
  const found = (ours ?? {}) as Row;
  const keys = [...Object.keys(theirs), ...('row' in theirs ? ['warn'] : [])];
  return Object.fromEntries(
    [...new Set(keys)]
      .filter((key) => !key.startsWith('$'))
      .map((key) => [key, isReason(key) ? said(found[key]) : agreed(found[key], theirs[key] ?? null)]),
  );
}
const isReason = (key: string) => key === 'why' || key === 'warn';
const said = (reason: Json | undefined) => reason !== undefined && reason !== null;
const answered = (theirs: Json): Json => agreed(theirs, theirs);

/**
 * Row 6 of `residents.xlsx` holds ten full-width digits, and its answer eleven. A number that is none refuses its row,
 * as the ten of row 11 do: nobody can know which digit is missing. The test of full-width digits is in `cells.test.ts`.
 */
function withTenDigitsRefused(answer: Answer): Answer {
  return {
    ...answer,
    sheets: answer.sheets.map(({ people = [], refused, ...sheet }) => ({
      ...sheet,
      people: people.filter(({ row }) => row !== 6),
      refused: [{ row: 6, column: '联系方式', why: '10 digits' }, ...refused],
    })),
  };
}

describe('the example files', () => {
  it.each(answers)('%s: the printed reading agrees', async (answer) => {
    const expected = expectedOf(answer);
    const theirs = answer.startsWith('residents.') ? withTenDigitsRefused(expected) : expected;
    const ours = await printed(fileOf(answer), theirs.kind);
    expect(agreed(ours as unknown as Json, theirs as unknown as Json)).toEqual(answered(theirs as unknown as Json));
  });

  it('has ten full-width digits in row 6 of the residents', () => {
    const [sheet] = readWorkbook(fs.readFileSync(path.join(folder, 'residents.xlsx'))).sheets;
    const cell = cellText(sheet?.rows.find(({ row }) => row === 6)?.cells.get(5));
    expect([cell.length, cell.normalize('NFKC')]).toEqual([10, '1640070003']);
  });

  it('prints no identity number', async () => {
    const text = JSON.stringify(await printed('members.xls', 'members'));
    expect(text).not.toMatch(/\d{15}/);
    expect(text).toContain('check digit');
  });
});
