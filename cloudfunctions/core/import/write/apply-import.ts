import type { FileTask, TaskKind, TaskProgress } from '../../file/task';
import type { Services } from '../../platform/context';
import { imports, type Import } from '../document/import';
import { importPages, pageId, type ImportPage, type ImportRow } from '../document/page';
import type { RowTarget } from '../document/row-target';
import { enrolMembers } from './enrol-members';
import { makeEmployers } from './make-employers';
import { makeHouseholds } from './make-households';
import { makePlaces } from './make-places';
import { isToWrite, leftRow, writeRow } from './write-row';

/** So many rows of a page are written at once. */
const rowsAtOnce = 8;

/**
 * Writes what an import found, page by page. It may be broken off anywhere: a row that was written finds itself there,
 * and the page that was not finished is gone through again.
 */
export const applyTask: TaskKind = { kind: 'import-apply', run: runApply };

async function runApply(services: Services, task: FileTask, until: Date): Promise<TaskProgress> {
  const { database, clock } = services;
  let now = await database.get(imports, task.options['importId'] ?? '');
  if (now?.state !== 'applying') return { cursor: null, progress: now?.passed ?? 0, outputFileIds: [] };
  do {
    const next: Import | undefined = await applyPage(services, now);
    if (!next) break;
    now = next;
  } while (now.state === 'applying' && clock.now() < until);
  const cursor = now.state === 'applying' ? String(now.writtenPages) : null;
  return { cursor, progress: now.passed, outputFileIds: [] };
}

/** @returns the import with the page; undefined where somebody else came first */
async function applyPage(services: Services, now: Import): Promise<Import | undefined> {
  const { database } = services;
  const page = now.writtenPages < now.pages && (await database.get(importPages, pageId(now._id, now.writtenPages)));
  const rows = page ? await writePage(services, now, page) : [];
  const writtenPages = now.writtenPages + 1;
  const set = {
    writtenPages,
    passed: now.passed + rows.length,
    written: now.written + rows.filter(({ written }) => written).length,
    ...(writtenPages >= now.pages && { state: 'done' as const }),
  };
  const where = { _id: now._id, state: 'applying', writtenPages: now.writtenPages };
  return (await database.updateWhere(imports, where, { set })) > 0 ? { ...now, ...set } : undefined;
}

async function writePage(services: Services, now: Import, page: ImportPage): Promise<readonly ImportRow[]> {
  const households = page.rows.flatMap((row) => (isToWrite(row) ? (row.target?.household ?? []) : []));
  await makeHouseholds(services.database, households);
  await makeEmployers(services.database, now.communityId, page.rows);
  const refused = await makePlaces(services, now, page.rows);
  const rows: ImportRow[] = [];
  const atOnce = mayRunTogether(page.rows.filter(isToWrite)) ? rowsAtOnce : 1;
  for (let at = 0; at < page.rows.length; at += atOnce) {
    const some = page.rows.slice(at, at + atOnce);
    rows.push(...(await Promise.all(some.map((row) => writeOne(services, now, row, refused)))));
  }
  await enrolMembers(services, now, rows);
  const { _id, version } = page;
  await services.database.updateWhere(importPages, { _id, version }, { set: { rows, version: version + 1 } });
  return rows;
}

function writeOne(services: Services, now: Import, row: ImportRow, refused: ReadonlySet<string>): Promise<ImportRow> {
  return liesIn(row, refused) ? Promise.resolve(leftRow(row, 'colourTaken')) : writeRow(services, now, row);
}

/**
 * Nothing is written past a transaction that is open (WeChat's database refuses it): rows of which some need one and
 * others write beside it go one after the other.
 */
function mayRunTogether(rows: readonly ImportRow[]): boolean {
  const opens = rows.some(({ record, target }) => isKept(record) || (target !== null && opensTransaction(target)));
  const writesBeside = rows.some(({ record, target }) => isKept(record) || target?.post?.isNew === true);
  return !(opens && writesBeside);
}

const isKept = (record: ImportRow['record']): boolean =>
  record !== undefined && record.type !== 'place' && record.type !== 'activity';

const opensTransaction = ({ isNew, post }: RowTarget): boolean => !isNew || post?.isNew === false;

/** Whether a row is of places in a grid that could not be made. */
function liesIn({ record }: ImportRow, gridIds: ReadonlySet<string>): boolean {
  return record?.type === 'place' && record.steps.some(({ placeId }) => gridIds.has(placeId));
}
