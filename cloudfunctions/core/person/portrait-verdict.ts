import type { Services } from '../platform/context';
import { done } from '../platform/result';
import { recordChange } from '../projection/source-change';
import { people } from './person';

/**
 * Shows or hides the portrait that a content check was about; who carries a copy follows by the job. A verdict that
 * comes twice, or is about a picture that was replaced meanwhile, changes nothing. One read; where it is theirs, one
 * read and two writes more.
 * @returns whether somebody waits for it
 */
export async function applyPortraitVerdict(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  traceId: string,
  state: 'shown' | 'hidden',
): Promise<boolean> {
  const [found] = await database.find(people, { where: { 'portrait.traceId': traceId }, limit: 1 });
  if (!found) return false;
  const applied = await database.transaction(async (transaction) => {
    const person = await transaction.get(people, found._id);
    if (person?.portrait?.traceId !== traceId) return done(false);
    await transaction.update(people, person._id, { set: { portrait: { ...person.portrait, state, traceId: null } } });
    await recordChange(transaction, { kind: 'person', id: person._id }, { at: clock.now(), revision: traceId });
    return done(true);
  });
  if (!applied.ok) throw new Error(`the verdict was not written: ${applied.code}`);
  return applied.data;
}
