import { helpLimits } from '../../../../miniprogram/contracts/help';
import { signedInEndpoint } from '../../access/endpoint';
import { id, object, requestId, version, words } from '../../platform/validation';
import { moveCase } from '../move-case';

/**
 * What was done for a member whom the branch helps, and how it stands. Somebody's first write beside orders takes one
 * write more.
 * Cost: 2 reads, 2 writes.
 */
export const addHelpNote = signedInEndpoint({
  name: 'help.addNote',
  input: object({ caseId: id, version, words: words(helpLimits.words), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  run: (context, caller, input) => moveCase(context, caller, 'note', input),
});
