import type { CellNote, ImportKind } from '../../../../miniprogram/contracts/import-row';
import type { Place } from '../../place/place';
import type { Services } from '../../platform/context';
import type { ImportRow, RowCode } from '../document/page';
import { branchNamed, hasUnknownBranch, readBookOwners, unknownBranchNote, type BranchColumn } from './branch-column';
import { judgePerson } from './judge-person';
import { judgePost } from './judge-post';
import type { Known } from './known';
import { postPlaceOf, rowPlacesOf, type PlacedRow } from './placed-row';
import { rowsWithBadTexts } from './check-texts';
import type { ListRow } from './read-list';
import { recordRow, refusedRecord, type RecordJudge } from '../records/judge';
import type { Surroundings } from './surroundings';

/** What the rows of a page are held against. */
export interface PageContext {
  readonly kind: ImportKind;
  readonly openid: string;
  readonly around: Surroundings;
  /** Rows that say what an earlier row of the file says: two of a post, or two of whom nothing tells them apart. */
  readonly repeated: ReadonlyMap<ListRow, CellNote<RowCode>>;
  /** Of lists that are not of people. */
  readonly records?: RecordJudge;
  /** Of a list of members that has such a column. */
  readonly branchColumn?: BranchColumn;
}

/** The fate of each row of a page. Some six reads, and one check of texts. */
export async function checkPage(
  services: Services,
  context: PageContext,
  rows: readonly ListRow[],
): Promise<readonly ImportRow[]> {
  const bad = await rowsWithBadTexts(services, context.openid, rows);
  if (context.records) return checkRecords(context.records, rows, bad);
  const courtyards = rows.flatMap((row) => courtyardOf(context, row) ?? []);
  await context.around.loadHouseholds(courtyards.map(({ _id }) => _id));
  const placed = rows.map((row) => placedRow(context, row));
  const known = await readKnown(context, placed);
  return placed.map((one) => {
    const refusal = refusalIn(context, one.line, bad);
    return refusal ? refusedRow(one.line, [refusal]) : judge(context, one, known);
  });
}

function refusalIn(
  { repeated, branchColumn }: PageContext,
  line: ListRow,
  bad: ReadonlySet<ListRow>,
): CellNote<RowCode> | undefined {
  if (bad.has(line)) return refusalOf(line, 'contentRefused');
  const { entry } = line;
  if (branchColumn && entry?.type === 'person' && hasUnknownBranch(entry, branchColumn))
    return unknownBranchNote(line, entry, branchColumn);
  return repeated.get(line);
}

async function checkRecords(
  records: RecordJudge,
  rows: readonly ListRow[],
  bad: ReadonlySet<ListRow>,
): Promise<readonly ImportRow[]> {
  const judged = await records.judge(rows.filter((row) => !bad.has(row)));
  return rows.map((row) => {
    const one = judged.get(row);
    if (one) return recordRow(row, one);
    return bad.has(row) ? recordRow(row, refusedRecord(row, titleOf(row), 'contentRefused')) : refusedRow(row, []);
  });
}

function judge({ kind, around }: PageContext, one: PlacedRow, known: Known): ImportRow {
  if (!one.person) return refusedRow(one.line, []);
  const judged = judgePerson(kind, one.person, around.community._id, known);
  const row: ImportRow = {
    ...placeOf(one.line),
    ...judged,
    title: one.person.entry.name,
    notes: [...one.line.notes, ...one.person.notes, ...judged.notes.map((said) => ({ row: one.line.row, ...said }))],
    decision: null,
    written: false,
  };
  return kind === 'posts' ? judgePost(row, one.person, known) : row;
}

async function readKnown({ around, kind, branchColumn }: PageContext, placed: readonly PlacedRow[]): Promise<Known> {
  const persons = placed.flatMap(({ person }) => person ?? []);
  const [people, posts] = await Promise.all([
    around.peopleAround(
      persons.map(({ personId }) => personId),
      [...new Set(persons.flatMap(({ entry }) => entry.phones.map(({ number }) => number)))],
      [...new Set(persons.flatMap(({ household }) => (household && !household.isNew ? [household.place._id] : [])))],
    ),
    kind === 'posts' ? around.postsAt(persons.flatMap(({ postPlace }) => postPlace?.placeId ?? [])) : [],
  ]);
  const named = placed.some(({ person }) => person && branchNamed(person.entry, branchColumn));
  const bookOwners = named
    ? await readBookOwners(
        around.database,
        people.map(({ _id }) => _id),
      )
    : new Set<string>();
  return { people, posts, branchColumn, bookOwners };
}

function courtyardOf({ around, kind }: PageContext, { entry }: ListRow): Place | undefined {
  if (entry?.type !== 'person' || entry.door === undefined || kind === 'posts') return undefined;
  const found = around.places.find(entry, ['courtyard']);
  return found.found === 'place' ? found.place : undefined;
}

function placedRow(context: PageContext, line: ListRow): PlacedRow {
  const { entry } = line;
  if (entry?.type !== 'person') return { line, person: undefined };
  const { kind, around } = context;
  return { line, person: kind === 'posts' ? postPlaceOf(entry, line, around) : rowPlacesOf(kind, entry, line, around) };
}

function placeOf({
  sheet,
  sheetIndex,
  row,
  cells,
}: ListRow): Pick<ImportRow, 'sheet' | 'sheetIndex' | 'row' | 'cells'> {
  return { ...(sheet === undefined ? {} : { sheet }), sheetIndex, row, cells };
}

/** Something that is said of a row rather than of one of its cells. */
export function refusalOf({ row }: Pick<ListRow, 'row'>, code: RowCode): CellNote<RowCode> {
  return { row, column: '', code };
}

function refusedRow(line: ListRow, more: readonly CellNote<RowCode>[]): ImportRow {
  return {
    ...placeOf(line),
    fate: 'refused',
    title: titleOf(line),
    target: null,
    changes: [],
    notes: [...line.notes, ...more],
    candidates: [],
    decision: null,
    written: false,
  };
}

function titleOf({ entry, cells }: ListRow): string {
  return entry?.type === 'person' ? entry.name : (cells.find((cell) => cell !== '') ?? '');
}
