import { limits } from '../../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../../access/endpoint';
import { cutPage } from '../../../platform/page';
import { done } from '../../../platform/result';
import { cursor, object, optional } from '../../../platform/validation';
import { byOwedSince, mostOwed, newsToTell, owedNewsQuestion } from '../../lists/owed-news';

/**
 * Whom staff have to ring because no message reaches them, and what to tell them; the longest waiting first. Whoever
 * asked for the same in an order that was merged has a line of their own.
 * Cost: 2 reads.
 */
export const listNews = signedInEndpoint({
  name: 'order.listNews',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, { cursor: after = '' }) {
    const { of, ...query } = owedNewsQuestion(caller, mostOwed);
    const all = [...(await database.find(of, query))].sort(byOwedSince);
    const found = all.filter(({ newsKey }) => (newsKey ?? '') > after);
    const { shown, next } = cutPage(found, limits.pageSize, ({ newsKey }) => newsKey ?? '');
    return done({
      orders: shown.flatMap((order) => newsToTell(order, caller)),
      ...(next !== undefined && { next }),
    });
  },
});
