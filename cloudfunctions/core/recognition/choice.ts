import type { RecognitionPart } from '../../../miniprogram/contracts/recognition';
import type { Acts } from '../access/act';
import { collection, type Database, type Question } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** In which parts somebody is not to be shown. `_id` is the person's; who never said anything has none. */
export interface RecognitionChoice extends Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly personId: string;
  readonly hidden: readonly RecognitionPart[];
  readonly requests: readonly RequestRecord[];
}

export const recognitionChoices = collection<RecognitionChoice>('recognitionChoices');

const peopleAtOnce = 99;

/** Those of a community who do not want to be shown there, 99 of them at most. */
export const hidingFrom = (communityId: string, part: RecognitionPart): Question<RecognitionChoice> => ({
  of: recognitionChoices,
  where: { communityId, hidden: part },
  limit: peopleAtOnce,
});

/** Who of these does not want to be shown there. One read for 99 people. */
export async function readHidden(
  database: Database,
  personIds: readonly string[],
  part: RecognitionPart,
): Promise<ReadonlySet<string>> {
  const hidden = new Set<string>();
  for (let from = 0; from < personIds.length; from += peopleAtOnce) {
    const some = personIds.slice(from, from + peopleAtOnce);
    const found = await database.find(recognitionChoices, { where: { _id: { oneOf: some } }, limit: some.length });
    for (const choice of found) if (choice.hidden.includes(part)) hidden.add(choice._id);
  }
  return hidden;
}
