import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object, optional } from '../../platform/validation';
import { sheetMonth } from '../inputs';
import { readSheet } from '../sheet/read-sheet';

/**
 * A month as everybody may read it: points issued and paid, what came, was handed over and lies on the shelf, and what
 * it cost.
 * Cost: 2 reads.
 */
export const getSheet = signedInEndpoint({
  name: 'reward.getSheet',
  input: object({ month: optional(sheetMonth) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, { login }, { month }) => done(await readSheet(context, login.communityId, month)),
});
