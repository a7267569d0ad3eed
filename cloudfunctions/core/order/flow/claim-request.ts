import { collection, type Stored } from '../../platform/database';
import type { Context } from '../../platform/context';
import { replayOf, type RequestRecord } from '../../platform/request';

/**
 * The requests of one WeChat user that wrote something else than an order. It lies among the orders, since only there
 * the unique index on `requests` keeps it and them apart (docs/adr/0025-one-request-one-write.md); it has no other
 * field that a query of orders asks for. `_id` is `requests:<openid>`.
 */
interface RequestClaims extends Stored {
  readonly requests: readonly string[];
  readonly claims: readonly RequestRecord[];
}

const requestClaims = collection<RequestClaims>('orders');

/** How many claims one document remembers. */
const claimLimit = 16;

/** More rounds than these mean that something else is wrong. */
const maxRounds = 3;

/**
 * Takes a request's id for what is written beside orders. One write; two for somebody's first, one and a read for a
 * repeat.
 * @returns false where it came with other input before, or an order holds it
 * @throws DuplicateValue for the latter, too
 */
export async function claimRequest(context: Pick<Context, 'database' | 'request' | 'openid'>): Promise<boolean> {
  const { database, request, openid } = context;
  const _id = `requests:${openid}`;
  const { requestKey } = request;
  for (let round = 1; round <= maxRounds; round += 1) {
    // Found only where it does not hold the id; an order that holds it makes the write fail.
    const push = {
      requests: { values: [requestKey], limit: claimLimit },
      claims: { values: [request], limit: claimLimit },
    };
    if ((await database.updateWhere(requestClaims, { _id, requests: { not: requestKey } }, { push })) > 0) return true;
    if (await database.insert(requestClaims, { _id, requests: [requestKey], claims: [request] })) return true;
    const stored = await database.get(requestClaims, _id);
    if (!stored) return false;
    const replay = replayOf(stored.claims, request, () => undefined);
    if (replay) return replay.ok;
  }
  return false;
}
