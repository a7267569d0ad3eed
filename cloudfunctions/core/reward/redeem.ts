import { withAct } from '../access/act';
import type { SignedIn } from '../access/caller';
import { bookIdOf, passbooks, type Passbook } from '../passbook/passbook';
import { writePosting } from '../passbook/store';
import type { Context } from '../platform/context';
import type { Transaction } from '../platform/database';
import { derivedId, hashOf, timeKey } from '../platform/ids';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { monthText } from '../time/shanghai';
import { priceOf, type Good } from './good';
import type { RewardPolicy } from './policy';
import { allowanceIdOf, allowances, redemptions, type Redemption } from './redemption';
import { codeOf } from './rules/code';
import { holdPosting, redemptionKey } from './rules/postings';
import { expiryOf, redeemFault } from './rules/redemption';
import { findGood, withStock, writeStock } from './store';

/** What is to be put aside, and on which terms. */
export interface RedeemInput {
  readonly goodId: string;
  readonly quantity: number;
  readonly priceVersion: number;
  readonly policy: Pick<RewardPolicy, 'pickUpDays'>;
  /** It lies put aside for the caller already. */
  readonly isOffered: boolean;
}

/**
 * Puts a thing aside: the points are held, the stock is less, the voucher stands, all in this transaction. The thing is
 * written first: where fifty want the last one, each knows it soonest. Six reads, six writes, and those of a first
 * salt.
 */
export async function redeem(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  input: RedeemInput,
): Promise<Result<Redemption>> {
  const at = context.clock.now();
  const { personId } = caller.login;
  const [before, found, allowance, book] = await Promise.all([
    transaction.get(redemptions, redemptionIdOf(context)),
    findGood(transaction, caller, input.goodId),
    transaction.get(allowances, allowanceIdOf({ goodId: input.goodId, month: monthText(at), personId })),
    transaction.get(passbooks, bookIdOf(personId, 'courtyard')),
  ]);
  const replay = before && replayOf(before.requests, context.request, () => before);
  if (replay) return replay;
  if (!found.ok) return found;
  const good = found.data;
  const fault = redeemFault({ ...input, good, book, taken: allowance?.taken ?? 0 });
  if (fault || !book) return refuse(fault?.code ?? 'POINTS_SHORT', fault?.field);
  const { quantity, policy } = input;
  if (!input.isOffered) await writeStock(transaction, withStock(good, { kind: 'reserved', quantity }, at));
  const redemption = newRedemption(context, caller, { good, book, quantity, policy, at });
  await writePosting(transaction, holdPosting(redemption, book.branchName));
  await transaction.insert(redemptions, redemption);
  await countTaken(transaction, redemption, allowance !== undefined);
  return done(redemption);
}

/** Counts it against the month of whoever took it. One write. */
async function countTaken(transaction: Transaction, redemption: Redemption, exists: boolean): Promise<void> {
  const { communityId, personId, month, goodId, quantity: taken } = redemption;
  const _id = allowanceIdOf(redemption);
  if (exists) await transaction.update(allowances, _id, { increment: { taken } });
  else await transaction.insert(allowances, { _id, communityId, personId, month, goodId, taken });
}

/** The same call makes the same redemption. */
export function redemptionIdOf({ openid, requestId }: Pick<Context, 'openid' | 'requestId'>): string {
  return derivedId('v', openid, requestId);
}

interface RedemptionFacts {
  readonly good: Good;
  readonly book: Passbook;
  readonly quantity: number;
  readonly policy: Pick<RewardPolicy, 'pickUpDays'>;
  readonly at: Date;
}

function newRedemption(context: Context, caller: SignedIn, facts: RedemptionFacts): Redemption {
  const { login } = caller;
  const { good, book, quantity, policy, at } = facts;
  const _id = redemptionIdOf(context);
  const price = priceOf(good);
  const expiresAt = expiryOf(at, policy);
  return {
    _id,
    communityId: good.communityId,
    personId: login.personId,
    name: login.name,
    goodId: good._id,
    goodName: good.name,
    measure: good.measure,
    picture: good.picture,
    quantity,
    points: price.points * quantity,
    priceVersion: price.version,
    month: monthText(at),
    state: 'held',
    code: codeOf(hashOf(['voucher', context.openid, context.requestId])),
    createdAt: at,
    createdKey: timeKey(at, _id),
    expiresAt,
    dueKey: timeKey(expiresAt, _id),
    held: { entryId: redemptionKey(_id, 'hold'), sequence: book.sequence + 1 },
    ended: null,
    updatedAt: at,
    requests: [context.request],
    ...withAct({}, context, caller, 'reward.redeem'),
  };
}
