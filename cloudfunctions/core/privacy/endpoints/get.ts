import { endpoint } from '../../access/endpoint';
import { people } from '../../person/person';
import { communities } from '../../place/community';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';
import { bodyView, keptView } from '../rules/kept-view';

/**
 * What is kept about the caller, and who answers for it; of a visitor nothing is kept.
 * Cost: 2 reads.
 */
export const getPrivacy = endpoint({
  name: 'privacy.get',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login }) {
    if (!login) return done({});
    const found = await database.findTogether(communities, [
      { of: communities, where: { _id: login.communityId }, limit: 1 },
      { of: people, where: { _id: login.personId }, limit: 1 },
    ]);
    const [community] = found?.[0] ?? [];
    const [person] = found?.[1] ?? [];
    return done({ ...(person && { kept: keptView(person) }), ...(community && { body: bodyView(community) }) });
  },
});
