import { helpLimits } from '../../../../miniprogram/contracts/help';
import { signedInEndpoint } from '../../access/endpoint';
import { id, object, requestId, version, words } from '../../platform/validation';
import { moveCase } from '../move-case';

/**
 * A case ends with what came of it. Somebody's first write beside orders takes one write more.
 * Cost: 2 reads, 2 writes.
 */
export const closeHelpCase = signedInEndpoint({
  name: 'help.closeCase',
  input: object({ caseId: id, version, words: words(helpLimits.words), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  run: (context, caller, input) => moveCase(context, caller, 'close', input),
});
