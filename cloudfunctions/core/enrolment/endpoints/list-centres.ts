import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object, optional, v } from '../../platform/validation';
import { listCentreHouseholds } from '../centre-households';

/** Where a page ended: the path of a place, and the person's id. */
const centreCursor = v.pipe(v.string(), v.regex(/^[\w/]{1,200}>[\w:.@-]{1,128}$/));

/**
 * Members of the grid, or the community, of the hat in use who agreed to the sign at their door, with the building and
 * the section that each leads.
 * Cost: 3 reads.
 */
export const listCentres = signedInEndpoint({
  name: 'enrolment.listCentres',
  input: object({ cursor: optional(centreCursor) }),
  identity: 'caller',
  idempotency: 'read',
  run: async ({ database }, { login, hat }, { cursor }) =>
    done(await listCentreHouseholds(database, { communityId: login.communityId, path: hat.path }, cursor)),
});
