import { signedInEndpoint } from '../../../access/endpoint';
import { areaCodeOf } from '../../../person/phone';
import { communities } from '../../../place/community';
import { done, refuse } from '../../../platform/result';
import { cursor, line, object, optional } from '../../../platform/validation';
import { searchPage } from '../../lists/search';
import { readSearchWords } from '../../lists/search-words';

/** Longer than any name, number or day with its blanks. */
const maxWords = 40;

/**
 * Any order of the community, closed ones included, by its number, the day it was made, or the number or name of
 * whoever asked. `INVALID_INPUT` names `words` where they are none of these.
 * A further page by name costs one read more.
 * Cost: 3 reads.
 */
export const searchOrders = signedInEndpoint({
  name: 'order.search',
  input: object({ words: line(maxWords), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, input) {
    const community = await context.database.get(communities, caller.login.communityId);
    if (!community) return refuse('NOT_FOUND');
    const words = readSearchWords(input.words, context.clock.now(), areaCodeOf(community.office.phone));
    return words ? done(await searchPage(context, caller, words, input.cursor)) : refuse('INVALID_INPUT', 'words');
  },
});
