import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';
import { imports } from '../document/import';
import { importView } from '../document/view';
import { importId } from '../inputs';
import { ownImport } from '../own-import';

/**
 * How far an import of the caller's is.
 * Cost: 1 read.
 */
export const getImport = signedInEndpoint({
  name: 'import.get',
  input: object({ importId }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: (input) => ({ from: imports, id: input.importId }),
  async run({ database }, caller, input) {
    const found = await ownImport(database, caller, input.importId);
    return found.ok ? done(importView(found.data)) : found;
  },
});
