import { rememberCheck } from './progress';
import type { CellNote } from '../../../../miniprogram/contracts/import-row';
import { type FileTask, type TaskKind, type TaskProgress } from '../../file/task';
import { areaCodeOf } from '../../person/phone';
import { communities } from '../../place/community';
import type { Services } from '../../platform/context';
import type { Database } from '../../platform/database';
import { derivedId } from '../../platform/ids';
import { imports, type Import } from '../document/import';
import { fatesOf, importPages, pageId, rowsPerPage, type RowCode } from '../document/page';
import { WorkbookError } from '../workbook';
import { personKeyOf } from '../rules/person-key';
import { activityJudge } from '../records/judge-activities';
import type { RecordJudge } from '../records/judge';
import { placeJudge } from '../records/judge-places';
import { organisationsFirst, stationJudge } from '../records/judge-stations';
import { readBranchColumn } from './branch-column';
import { checkPage, type PageContext } from './check-page';
import { readList, type List, type ListRow } from './read-list';
import { postPlaceOf } from './placed-row';
import { Surroundings } from './surroundings';
import { unusedHeaders } from './unused-headers';

/** The dry run of a list: nothing of the community is written. Its progress stands in the import itself. */
export const checkTask: TaskKind = { kind: 'import-check', run: runCheck };

const through = (done: number): TaskProgress => ({ cursor: null, progress: done, outputFileIds: [] });

async function runCheck(services: Services, task: FileTask, until: Date): Promise<TaskProgress> {
  const { database, clock } = services;
  let now = await database.get(imports, task._id);
  if (now?.state !== 'reading') return through(now?.checked ?? 0);
  const list = await readFileOf(services, now);
  if (typeof list === 'string') {
    await database.updateWhere(
      imports,
      { _id: now._id, state: 'reading' },
      { set: { state: 'failed', problem: list } },
    );
    await services.storage.remove([now.fileId]);
    return through(0);
  }
  const context = await contextOf(services, now, list);
  do {
    const some = list.rows.slice(now.pages * rowsPerPage, (now.pages + 1) * rowsPerPage);
    const next: Import | undefined = await checkOnePage(services, context, { now, list, some });
    if (!next) return through(now.checked);
    now = next;
  } while (now.state === 'reading' && clock.now() < until);
  if (now.state === 'reading') return { cursor: String(now.pages), progress: now.checked, outputFileIds: [] };
  await services.storage.remove([now.fileId]);
  return through(now.checked);
}

interface PageInHand {
  readonly now: Import;
  readonly list: List;
  readonly some: readonly ListRow[];
}

/** @returns the import with the page; undefined where somebody else came first, or it is gone */
async function checkOnePage(
  services: Services,
  context: PageContext,
  { now, list, some }: PageInHand,
): Promise<Import | undefined> {
  const { database } = services;
  const rows = await checkPage(services, context, some);
  const page = { importId: now._id, number: now.pages, fates: fatesOf(rows), rows, version: 0 };
  const _id = pageId(now._id, now.pages);
  if (some.length > 0 && !(await database.insert(importPages, { _id, ...page })))
    await database.updateWhere(importPages, { _id }, { set: page });
  return rememberCheck(database, now, {
    rows,
    isLast: (now.pages + 1) * rowsPerPage >= list.rows.length,
    found: {
      total: list.rows.length,
      skipped: list.skipped,
      hidden: list.hidden,
      unreadable: list.unreadable,
      headers: list.headers,
      unused: unusedHeaders(now.kind, list.columns),
    },
  });
}

async function readFileOf({ database, storage }: Services, { fileId, kind, communityId }: Import) {
  const [bytes, community] = await Promise.all([storage.download(fileId), database.get(communities, communityId)]);
  if (!bytes || !community) return 'absent';
  try {
    const list = await readList(kind, bytes, areaCodeOf(community.office.phone));
    if (!list.headers.some((headers) => headers.length > 0)) return 'header';
    return kind === 'stations' ? { ...list, rows: organisationsFirst(list.rows) } : list;
  } catch (error) {
    if (error instanceof WorkbookError) return error.problem;
    throw error;
  }
}

async function contextOf(
  { database }: Services,
  { communityId, kind, openid }: Import,
  list: List,
): Promise<PageContext> {
  const community = await database.get(communities, communityId);
  if (!community) throw new Error('an import without its community');
  const around = await Surroundings.of(database, community);
  const branchColumn = kind === 'members' ? await readBranchColumn(database, communityId, list) : undefined;
  const records = await recordsOf(database, kind, around, list);
  return {
    ...{ kind, openid, around, repeated: repeatedRows(list, around, kind) },
    ...(records && { records }),
    ...(branchColumn && { branchColumn }),
  };
}

/** What judges the rows of a list that is not of people. */
async function recordsOf(
  database: Database,
  kind: Import['kind'],
  around: Surroundings,
  list: List,
): Promise<RecordJudge | undefined> {
  const communityId = around.community._id;
  if (kind === 'places') return placeJudge(database, communityId, around.known, list);
  if (kind === 'activities') return activityJudge(database, communityId);
  return kind === 'stations' ? stationJudge(database, around, list) : undefined;
}

/** Rows that fill a post again, or are of somebody of whom nothing tells them from an earlier one. */
function repeatedRows(
  { rows }: List,
  around: Surroundings,
  kind: Import['kind'],
): ReadonlyMap<ListRow, CellNote<RowCode>> {
  const first = new Map<string, ListRow>();
  const repeated = new Map<ListRow, CellNote<RowCode>>();
  for (const row of rows) {
    if (row.entry?.type !== 'person') continue;
    const at = kind === 'posts' ? postPlaceOf(row.entry, row, around).postPlace : undefined;
    if (kind === 'posts' && !at) continue;
    const key = at ? `${at.hat}@${at.placeId}` : derivedId('', ...personKeyOf(row.entry));
    const other = first.get(key);
    if (!other) first.set(key, row);
    else {
      const code = at ? 'postTwice' : 'samePerson';
      repeated.set(row, { row: row.row, column: '', code, otherRow: other.row, ...otherSheet(other, row) });
    }
  }
  return repeated;
}

function otherSheet(other: ListRow, row: ListRow): { readonly otherSheet?: string } {
  return other.sheet === undefined || other.sheet === row.sheet ? {} : { otherSheet: other.sheet };
}
