import { homeVisitPlans } from '../../help/home-visit';
import { reversals } from '../../passbook/disputes/reversal';
import { keeperIdOf } from '../../place/branch';
import type { Database, Transaction } from '../../platform/database';
import { countWaiting } from '../../statistics/waiting-lines';
import { transfers, type Transfer } from '../transfer';

/** Lines of one member that wait for an answer at once; one query returns no more. */
const mostCases = 99;

/** The contested and proposed lines of whoever a transfer is of, which the first branch is to answer. Two reads. */
export async function readWaitingCases(database: Database, transferId: string): Promise<readonly string[]> {
  const transfer = await database.get(transfers, transferId);
  if (!transfer?.open) return [];
  const where = { branchId: transfer.from.branchId, open: true, personId: transfer.personId };
  return (await database.find(reversals, { where, limit: mostCases })).map(({ _id }) => _id);
}

/** The branch that keeps the book from now on answers what waits of it; the counts of both follow. */
export async function moveCases(
  transaction: Transaction,
  caseIds: readonly string[],
  { from, to, at }: Pick<Transfer, 'from' | 'to'> & { readonly at: Date },
): Promise<void> {
  for (const _id of caseIds) {
    const found = await transaction.get(reversals, _id);
    if (!found?.open || found.branchId !== from.branchId) continue;
    await transaction.update(reversals, _id, { set: { branchId: to.branchId } });
    const counted = found.state === 'proposed' ? 'reversals' : 'contests';
    await countWaiting(transaction, keeperIdOf(from.branchId), { [counted]: -1 }, at);
    await countWaiting(transaction, keeperIdOf(to.branchId), { [counted]: 1 }, at);
  }
}

/** The branch that they left visits them no more. May be repeated. One write. */
export async function endHomeVisits(database: Database, { personId, from }: Transfer): Promise<void> {
  await database.removeWhere(homeVisitPlans, { _id: personId, branchId: from.branchId });
}
