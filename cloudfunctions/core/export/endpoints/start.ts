import {
  branchLists,
  exportFormats,
  exportLists,
  exportSorts,
  monthlyLists,
  phoneForms,
} from '../../../../miniprogram/contracts/export';
import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import { branchOf, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { scopeOf } from '../../access/permissions';
import { communities } from '../../place/community';
import type { Context } from '../../platform/context';
import { derivedId, timeKey } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, optional, requestId, v, words } from '../../platform/validation';
import { exportRecords, exportView, keptMs, type Export } from '../document/export';
import { ensureTask } from '../ensure-task';
import { exportScope, mayShow } from '../rules/may-export';
import { hasStrokes } from '../rules/sort-rows';
import type { ExportApi } from '../../../../miniprogram/contracts/export';

type Wanted = Omit<ExportApi['export.start']['input'], 'requestId'>;

const month = v.pipe(v.string(), v.regex(/^20\d{2}-(?:0[1-9]|1[0-2])$/));

/**
 * Begins to take a list out as a file, as far as the hat in use reads it. Function `files` goes through it in shares,
 * while somebody waits (`export.advance`) or by the timer. Whole numbers are the secretary's alone, for a reason.
 * Somebody's first write beside orders takes one write more.
 * Cost: 2 reads, 3 writes.
 */
export const startExport = signedInEndpoint({
  name: 'export.start',
  input: object({
    list: v.picklist(exportLists),
    format: v.picklist(exportFormats),
    sort: v.picklist(exportSorts),
    phones: v.picklist(phoneForms),
    reason: optional(words(limits.reasonWords)),
    gridId: optional(id),
    month: optional(month),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { requestId: _own, ...wanted }) {
    const { database, request } = context;
    const made = await newExport(context, caller, wanted);
    if (!made.ok) return made;
    const isNew = await database.insert(exportRecords, made.data);
    const stored = isNew ? made.data : await database.get(exportRecords, made.data._id);
    if (!stored) return refuse('NOT_FOUND', 'requestId');
    const replay = replayOf(stored.requests, request, () => stored);
    if (replay?.ok === false) return replay;
    if (stored.state === 'working') await ensureTask(context, stored);
    return done(exportView(stored));
  },
});

async function newExport(context: Context, caller: SignedIn, wanted: Wanted): Promise<Result<Export>> {
  const { list, sort, phones, reason } = wanted;
  const { hat, login } = caller;
  const scope = exportScope(list, hat.hat, scopeOf);
  if (scope === 'none') return refuse('FORBIDDEN', 'list');
  if (!mayShow(phones, list, hat.hat)) return refuse('FORBIDDEN', 'phones');
  if (phones === 'whole' && reason === undefined) return refuse('INVALID_INPUT', 'reason');
  if (sort === 'strokes' && !hasStrokes()) return refuse('INVALID_INPUT', 'sort');
  const community = await context.database.get(communities, login.communityId);
  if (!community) return refuse('NOT_FOUND');
  if (scope === 'branch' && wanted.gridId !== undefined) return refuse('FORBIDDEN', 'gridId');
  if (scope === 'employer' && (hat.employerId === undefined || wanted.gridId !== undefined))
    return refuse('FORBIDDEN', 'gridId');
  const gridId = scope === 'grid' ? hat.placeId : wanted.gridId;
  const grid = community.grids.find((one) => one.gridId === gridId);
  if (gridId !== undefined && !grid) return refuse('NOT_FOUND', 'gridId');
  if (wanted.gridId !== undefined && wanted.gridId !== gridId) return refuse('FORBIDDEN', 'gridId');
  return done(exportOf(context, caller, wanted, { name: community.name, grid: grid ?? null }));
}

function exportOf(
  context: Context,
  caller: SignedIn,
  { list, format, sort, phones, reason, month: inMonth }: Wanted,
  { name, grid }: { readonly name: string; readonly grid: Export['grid'] },
): Export {
  const { openid, requestId: key, request, clock } = context;
  const { login, hat } = caller;
  const createdAt = clock.now();
  const _id = derivedId('ex', openid, key);
  return {
    _id,
    communityId: login.communityId,
    communityName: name,
    personId: login.personId,
    by: { name: login.name, hat: hat.hat, path: hat.path, openid },
    list,
    format,
    sort,
    phones,
    reason: phones === 'whole' ? (reason ?? null) : null,
    grid: grid && { gridId: grid.gridId, name: grid.name, path: grid.path },
    ...(branchLists.some((one) => one === list) && { branchId: branchOf(caller) }),
    ...(hat.hat === 'employer' &&
      hat.employerId !== undefined && { employer: { employerId: hat.employerId, name: hat.placeName } }),
    month: monthlyLists.some((one) => one === list) ? (inMonth ?? null) : null,
    state: 'working',
    cursor: null,
    isRead: false,
    partFileIds: [],
    rows: 0,
    fileId: null,
    createdAt,
    timeKey: timeKey(createdAt, _id),
    deleteAt: new Date(createdAt.getTime() + keptMs),
    requests: [request],
    ...withAct({}, context, caller, 'export.start'),
  };
}
