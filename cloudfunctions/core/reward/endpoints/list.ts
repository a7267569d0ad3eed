import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';
import { readRewards } from '../view';

/**
 * What a courtyard head has, what there is this month, and what they put aside.
 * Cost: 2 reads.
 */
export const listRewards = signedInEndpoint({
  name: 'reward.list',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller) => done(await readRewards(context, caller)),
});
