import { offeredKinds } from '../../../../miniprogram/contracts/import';
import type { SignedIn } from '../../access/caller';
import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import type { Context } from '../../platform/context';
import { derivedId, timeKey } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { line, object, requestId, v } from '../../platform/validation';
import { imports, keptMs, noCounts, type Import } from '../document/import';
import { importView } from '../document/view';
import { ensureTask } from '../ensure-task';
import { fileNameLength, listFileId } from '../inputs';

/**
 * Begins the dry run of a list that was uploaded; nothing of the community is written by it. Function `files` goes
 * through it in shares, while somebody waits (`import.advance`) or by the timer.
 * Somebody's first write beside orders takes one write more.
 * Cost: 1 read, 3 writes.
 */
export const startImport = signedInEndpoint({
  name: 'import.start',
  input: object({ kind: v.picklist(offeredKinds), fileId: listFileId, fileName: line(fileNameLength), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { database, request } = context;
    const wanted = newImport(context, caller, input);
    const isNew = await database.insert(imports, wanted);
    const stored = isNew ? wanted : await database.get(imports, wanted._id);
    if (!stored) return refuse('NOT_FOUND', 'requestId');
    const replay = replayOf(stored.requests, request, () => stored);
    if (replay?.ok === false) return replay;
    if (stored.state === 'reading') await ensureTask(context, stored);
    return done(importView(stored));
  },
});

function newImport(
  context: Context,
  caller: SignedIn,
  { kind, fileId, fileName }: Pick<Import, 'kind' | 'fileId' | 'fileName'>,
): Import {
  const { openid, requestId: key, request, clock } = context;
  const createdAt = clock.now();
  const _id = derivedId('im', openid, key);
  return {
    _id,
    communityId: caller.login.communityId,
    kind,
    personId: caller.login.personId,
    openid,
    fileId,
    fileName,
    state: 'reading',
    problem: null,
    createdAt,
    timeKey: timeKey(createdAt, _id),
    deleteAt: new Date(createdAt.getTime() + keptMs),
    total: 0,
    checked: 0,
    pages: 0,
    counts: noCounts,
    undecided: 0,
    writtenPages: 0,
    passed: 0,
    written: 0,
    skipped: 0,
    hidden: [],
    unreadable: [],
    unused: [],
    headers: [],
    outputFileIds: [],
    requests: [request],
    ...withAct({}, context, caller, 'import.start'),
  };
}
