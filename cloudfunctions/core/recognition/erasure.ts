import type { Database } from '../platform/database';
import { recognitionChoices } from './choice';
import { starMonths, starVotes } from './star/star';
import { thanksNotes, type ThanksNote } from './thanks/thanks-note';
import { commendations } from './commendation/commendation';

const listsAtOnce = 99;

/**
 * Takes somebody's name out of every list, and what they said about being shown. It may be repeated. A read and two
 * writes, and a write for each list.
 */
export async function blankRecognition(database: Database, personId: string): Promise<void> {
  await database.removeWhere(recognitionChoices, { _id: personId });
  await database.removeWhere(thanksNotes, { authorId: personId });
  // a vote still counts, and names nobody
  await database.updateWhere(starVotes, { personId }, { set: { acts: [] } });
  for (const { _id, finalists } of await database.find(starMonths, {
    where: { personIds: personId },
    limit: listsAtOnce,
  }))
    await database.updateWhere(starMonths, { _id }, { set: { finalists: withoutName(finalists, personId) } });
  await leaveThanks(database, personId);
  const lists = await database.find(commendations, { where: { personIds: personId }, limit: listsAtOnce });
  for (const { _id, people, leftOut } of lists)
    await database.updateWhere(
      commendations,
      { _id },
      {
        set: {
          people: withoutName(people, personId),
          leftOut: leftOut.filter((one) => one.personId !== personId),
        },
      },
    );
}

/** Each one that was changed is found no more. */
async function leaveThanks(database: Database, personId: string): Promise<void> {
  for (;;) {
    const found = await database.find(thanksNotes, {
      where: { helperIds: personId, timeKey: { gt: '' } },
      sort: { timeKey: 'asc' },
      limit: listsAtOnce,
    });
    for (const { _id, helpers } of found)
      await database.updateWhere(thanksNotes, { _id }, { set: thankedWithout(helpers, personId) });
    if (found.length < listsAtOnce) return;
  }
}

function withoutName<T extends { readonly personId: string; readonly name: string }>(
  all: readonly T[],
  personId: string,
): readonly T[] {
  return all.map((one) => (one.personId === personId ? { ...one, name: '' } : one));
}

/** Nobody finds it by them any more. */
function thankedWithout(helpers: ThanksNote['helpers'], personId: string): Pick<ThanksNote, 'helpers' | 'helperIds'> {
  const others = helpers.filter((one) => one.personId !== personId);
  return { helpers: others, helperIds: others.map((one) => one.personId) };
}
