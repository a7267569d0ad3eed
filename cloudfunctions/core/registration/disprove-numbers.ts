import type { Context } from '../platform/context';
import { people, type Person } from '../person/person';
import { recordFoundChange } from '../projection/source-change';

/**
 * Takes the trust from a number that people had typed and that somebody else proved to be theirs. Their orders stay
 * theirs; they are asked for a number again. Two writes for each.
 */
export async function disproveNumbers(
  { database, clock, ids }: Pick<Context, 'database' | 'clock' | 'ids'>,
  typedBy: readonly Person[],
): Promise<void> {
  for (const { _id, phone } of typedBy) {
    const where = { _id, phone, phoneSource: 'typed' };
    if ((await database.updateWhere(people, where, { set: { phoneSource: 'disproved' } })) === 0) continue;
    const occasion = { at: clock.now(), revision: ids.token(16) };
    await recordFoundChange(database, { kind: 'person', id: _id }, occasion);
  }
}
