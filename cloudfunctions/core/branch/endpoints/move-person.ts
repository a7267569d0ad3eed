import { pointUnits } from '../../../../miniprogram/contracts/passbook';
import { people } from '../../person/person';
import { branchOfPerson, isFirstBranch } from '../../place/branch';
import type { Transaction } from '../../platform/database';
import { done, refuse, type Result } from '../../platform/result';
import { recordChange } from '../../projection/source-change';
import { bookIdOf, passbooks } from '../../passbook/passbook';
import { releaseApprentices } from '../release-apprentices';
import type { Transfer } from '../transfer';

/**
 * Somebody belongs to another branch from now on: their login follows, the heads of their books say who keeps them, and
 * whoever guided them or was guided by them does not any more. Lines that were written say what they said.
 */
export async function movePerson(
  transaction: Transaction,
  { personId, from, to }: Pick<Transfer, 'personId' | 'from' | 'to'>,
  occasion: { readonly at: Date; readonly revision: string },
): Promise<Result<null>> {
  const person = await transaction.get(people, personId);
  if (!person || branchOfPerson(person) !== from.branchId) return refuse('STALE_VERSION', 'transferId');
  const isFirst = isFirstBranch(to.branchId);
  const gone = (['mentorId', ...(isFirst ? (['branchName'] as const) : [])] as const).filter(
    (field) => person[field] !== undefined,
  );
  await transaction.update(people, personId, {
    set: {
      branchId: to.branchId,
      ...(!isFirst && { branchName: to.name }),
      ...(person.apprenticeIds && { apprenticeIds: [] }),
    },
    ...(gone.length > 0 && { unset: gone }),
  });
  await releaseApprentices(transaction, person);
  for (const unit of pointUnits) {
    const _id = bookIdOf(personId, unit);
    if (await transaction.get(passbooks, _id))
      await transaction.update(passbooks, _id, { set: { branchId: to.branchId, branchName: to.name } });
  }
  await recordChange(transaction, { kind: 'person', id: personId }, occasion);
  return done(null);
}
