import { cardTasks } from '../../../../miniprogram/contracts/card';
import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { cards } from '../card';
import { issuedView } from '../view';

/**
 * Cards whose paper must be printed, since there is none or it says what is no longer so, or waits for being handed
 * out, of the grid or of the community, by place.
 * Cost: 2 reads.
 */
export const listOpenCardTasks = signedInEndpoint({
  name: 'card.listOpenTasks',
  input: object({ task: v.picklist(cardTasks), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login, hat }, input) {
    const field = input.task === 'print' ? 'toPrintKey' : 'toHandOutKey';
    const from = `${hat.path}/`;
    const after = input.cursor === undefined || input.cursor < from ? from : input.cursor;
    const where = { communityId: login.communityId, [field]: { gt: after, lt: `${hat.path}0` } };
    const found = await database.find(cards, { where, sort: { [field]: 'asc' }, ...pageQuery(limits.pageSize) });
    const { shown, next } = cutPage(found, limits.pageSize, (card) => card[field] ?? '');
    return done({ cards: shown.map(issuedView), ...(next !== undefined && { next }) });
  },
});
