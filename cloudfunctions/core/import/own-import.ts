import type { SignedIn } from '../access/caller';
import type { Database } from '../platform/database';
import { refuse, type Refusal } from '../platform/result';
import { imports, type Import } from './document/import';

/** The caller's own import, which nobody else sees. One read. */
export async function ownImport(
  database: Database,
  { login }: SignedIn,
  importId: string,
): Promise<{ readonly ok: true; readonly data: Import } | Refusal> {
  const found = await database.get(imports, importId);
  const isOwn = found?.personId === login.personId && found.communityId === login.communityId;
  return found && isOwn ? { ok: true, data: found } : refuse('NOT_FOUND', 'importId');
}

/** An import remembers so many calls. */
const requestLimit = 10;

/** The calls that an import remembers, with this one. */
export function withRequest(
  { requests }: Pick<Import, 'requests'>,
  request: Import['requests'][number],
): Import['requests'] {
  const isKnown = requests.some(({ requestKey }) => requestKey === request.requestKey);
  return isKnown ? requests : [...requests, request].slice(-requestLimit);
}
