import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { cursor, id, object, optional } from '../../platform/validation';
import { readRecords } from '../list-records';

/**
 * Activities, help, training and care for a site's couriers, or for all of the community, newest first.
 * Cost: 2 reads.
 */
export const listSiteRecords = signedInEndpoint({
  name: 'site.listRecords',
  input: object({ siteId: optional(id), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async (context, caller, input) => done(await readRecords(context, caller, input)),
});
