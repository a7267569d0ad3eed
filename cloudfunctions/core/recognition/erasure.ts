import type { Database } from '../platform/database';
import { recognitionChoices } from './choice';
import { commendations } from './commendation/commendation';

const listsAtOnce = 99;

/**
 * Takes somebody's name out of every list, and what they said about being shown. It may be repeated. A read and two
 * writes, and a write for each list.
 */
export async function blankRecognition(database: Database, personId: string): Promise<void> {
  await database.removeWhere(recognitionChoices, { _id: personId });
  const lists = await database.find(commendations, { where: { personIds: personId }, limit: listsAtOnce });
  for (const { _id, people, leftOut } of lists)
    await database.updateWhere(
      commendations,
      { _id },
      {
        set: {
          people: people.map((one) => (one.personId === personId ? { ...one, name: '' } : one)),
          leftOut: leftOut.filter((one) => one.personId !== personId),
        },
      },
    );
}
