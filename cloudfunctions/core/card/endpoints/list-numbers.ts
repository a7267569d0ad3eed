import { signedInEndpoint } from '../../access/endpoint';
import { communities } from '../../place/community';
import { done, refuse } from '../../platform/result';
import { object } from '../../platform/validation';
import { cardNumbers, numberChecks, numberKey, numberView } from '../number-check';

/** A community has no more numbers than this: two for each of its grids would be fewer. */
const most = 60;

/**
 * The numbers that cards of the hat's reach print, with the day on which each was called last; what is due stands
 * first.
 * Cost: 2 reads.
 */
export const listCardNumbers = signedInEndpoint({
  name: 'card.listNumbers',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, { login: { communityId }, hat, scope }) {
    const [community, checks] = await Promise.all([
      database.get(communities, communityId),
      database.find(numberChecks, { where: { communityId }, sort: { _id: 'asc' }, limit: most }),
    ]);
    if (!community) return refuse('NOT_FOUND');
    const checkOf = new Map(checks.map((check) => [check._id, check]));
    const numbers = cardNumbers(community)
      .filter(({ kind, placeId }) => scope === 'community' || kind !== 'worker' || placeId === hat.placeId)
      .map((number) => numberView(number, checkOf.get(numberKey(number)), clock.now()));
    return done({ numbers: [...numbers.filter(({ isDue }) => isDue), ...numbers.filter(({ isDue }) => !isDue)] });
  },
});
