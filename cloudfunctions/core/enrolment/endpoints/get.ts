import { signedInEndpoint } from '../../access/endpoint';
import { communities } from '../../place/community';
import { done, refuse } from '../../platform/result';
import { id, object, optional } from '../../platform/validation';
import { gridChoice } from '../channels';
import { enrolments } from '../enrolment';
import { enrolmentView, isInReach } from '../view';

/**
 * The caller's own enrolment, or that of a member in reach, and the grids to choose from.
 * Who has none costs one read more.
 * Cost: 2 reads.
 */
export const getEnrolment = signedInEndpoint({
  name: 'enrolment.get',
  input: object({ personId: optional(id) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, { personId }) {
    const { login } = caller;
    const isOwn = personId === undefined || personId === login.personId;
    const whole = await database.getWith(enrolments, personId ?? login.personId, {
      in: communities,
      by: 'communityId',
    });
    const found = whole?.document;
    if (!isOwn && (!found || !isInReach(found, caller))) return refuse('NOT_FOUND', 'personId');
    const community = whole ? whole.other : await database.get(communities, login.communityId);
    const homeGridId = login.serves?.gridId ?? login.home?.gridId;
    const placeId = login.home?.placeId ?? login.serves?.placeId;
    return done({
      ...(found && { enrolment: enrolmentView(found, caller) }),
      grids: (community?.grids ?? []).map(gridChoice),
      ...(homeGridId !== undefined && { homeGridId }),
      ...(placeId !== undefined && { placeId }),
    });
  },
});
