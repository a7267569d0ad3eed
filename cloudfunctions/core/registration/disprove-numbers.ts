import type { Context } from '../platform/context';
import type { Transaction } from '../platform/database';
import { people, type Person } from '../person/person';
import { recordChange } from '../projection/source-change';

/**
 * Takes the trust from a number that people had typed and that somebody else proves to be theirs, in the transaction
 * that proves it. Their orders stay theirs; they are asked for a number again. Two reads and two writes for each.
 */
export async function disproveNumbers(
  transaction: Transaction,
  { clock, ids }: Pick<Context, 'clock' | 'ids'>,
  typedBy: readonly Person[],
): Promise<void> {
  for (const { _id, phone } of typedBy) {
    const found = await transaction.get(people, _id);
    if (found?.phone !== phone || found.phoneSource !== 'typed') continue;
    await transaction.update(people, _id, { set: { phoneSource: 'disproved' } });
    await recordChange(transaction, { kind: 'person', id: _id }, { at: clock.now(), revision: ids.token(16) });
  }
}
