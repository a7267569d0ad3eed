import { limits } from '../../../../../miniprogram/contracts/limits';
import { orderFigures } from '../../../../../miniprogram/contracts/brief';
import { orderStatuses } from '../../../../../miniprogram/contracts/order';
import type { Input } from '../../../../../miniprogram/contracts/api';
import { signedInEndpoint } from '../../../access/endpoint';
import { areaCodeOf } from '../../../person/phone';
import { communities, type Community } from '../../../place/community';
import { done, refuse } from '../../../platform/result';
import { cursor, id, line, object, optional, v } from '../../../platform/validation';
import { categoryKey } from '../../policy';
import { searchPage, type Search } from '../../lists/search';
import { isNarrowing } from '../../lists/search-filter';
import { readSearchWords } from '../../lists/search-words';
import { readWordSearch } from '../../lists/word-pairs';

/** Longer than any name, number or day with its blanks. */

/**
 * Any order of the community, closed ones included, as far as the hat reaches: by its number, the day it was made, or
 * the number or name of whoever asked; by words within a month, this one where none is named; by place, status and
 * month, alone or beside the rest. `INVALID_INPUT` names `words` where they are none of these, or nothing was asked,
 * and `month` where the orders of a figure or a category are asked for without one.
 * A list of open and closed orders, and a further page by name, costs one read more; so do words of very many orders.
 * Cost: 3 reads.
 */
export const searchOrders = signedInEndpoint({
  name: 'order.search',
  input: object({
    words: optional(line(limits.searchWords)),
    as: optional(v.literal('words')),
    placeId: optional(id),
    status: optional(v.picklist(orderStatuses)),
    figure: optional(v.picklist(orderFigures)),
    category: optional(categoryKey),
    month: optional(v.pipe(v.string(), v.regex(/^20\d\d-(?:0[1-9]|1[0-2])$/))),
    cursor: optional(cursor),
  }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller, input) {
    const community = await context.database.get(communities, caller.login.communityId);
    if (!community) return refuse('NOT_FOUND');
    const search = readSearch(input, community, context.clock.now());
    if (!search) return refuse('INVALID_INPUT', 'words');
    const { placeId, status, month, figure, category, cursor: after } = input;
    if ((figure !== undefined || category !== undefined) && month === undefined)
      return refuse('INVALID_INPUT', 'month');
    const filter = {
      ...(placeId !== undefined && { placeId }),
      ...(status && { status }),
      ...(month !== undefined && { month }),
      ...(figure && { figure }),
      ...(category !== undefined && { category }),
    };
    const page = await searchPage(context, caller, search, { filter, cursor: after });
    const grids = community.grids.filter(
      ({ path }) => path.startsWith(caller.hat.path) || caller.hat.path.startsWith(path),
    );
    return done({ ...page, grids: grids.map(({ gridId, name }) => ({ gridId, name })) });
  },
});

/** @returns undefined for what stands for nothing that is looked for */
function readSearch(input: Input<'order.search'>, community: Community, now: Date): Search | undefined {
  const { words, as } = input;
  if (words === undefined) return as === undefined && isNarrowing(input) ? { by: 'filter' } : undefined;
  if (as === undefined) return readSearchWords(words, now, areaCodeOf(community.office.phone));
  const found = readWordSearch(words);
  return found && { by: 'words', ...found };
}
