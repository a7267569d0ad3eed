import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { readHouseholds } from '../read-households';

/**
 * The households that the hat in use looks after: people who live alone first, then by the day on which the next visit
 * is due.
 * Cost: 2 reads.
 */
export const listHouseholds = signedInEndpoint({
  name: 'visit.listHouseholds',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async ({ database }, caller, input) => done(await readHouseholds(database, caller, input)),
});
