import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';
import { findingCounts, noFindings } from '../finding';

/**
 * How much is still to be put right in the caller's community, as the last night counted it.
 * Cost: 2 reads.
 */
export const getFindingCounts = signedInEndpoint({
  name: 'finding.getCounts',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login }) {
    const counted = await database.get(findingCounts, login.communityId);
    return done({
      counts: { ...noFindings, ...counted?.counts },
      ...(counted && { countedAt: counted.countedAt.toISOString() }),
    });
  },
});
