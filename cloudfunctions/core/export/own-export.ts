import type { SignedIn } from '../access/caller';
import { scopeOf } from '../access/permissions';
import type { Database } from '../platform/database';
import { refuse, type Result } from '../platform/result';
import { exportRecords, type Export } from './document/export';
import { exportScope } from './rules/may-export';

/** The caller's own export, of a list that they may still take out in the hat in use. One read. */
export async function ownExport(
  database: Database,
  { login, hat }: SignedIn,
  exportId: string,
): Promise<Result<Export>> {
  const found = await database.get(exportRecords, exportId);
  const isOwn = found?.personId === login.personId && found.communityId === login.communityId;
  if (!found || !isOwn || found.by.hat !== hat.hat || found.by.path !== hat.path)
    return refuse('NOT_FOUND', 'exportId');
  return exportScope(found.list, hat.hat, scopeOf) === 'none'
    ? refuse('NOT_FOUND', 'exportId')
    : { ok: true, data: found };
}
