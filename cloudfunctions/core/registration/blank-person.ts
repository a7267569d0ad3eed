import { blankActivities } from '../activity/erasure';
import { blankBranches } from '../branch/erasure';
import { removeComplaints } from '../complaint/erasure';
import { removeHelp } from '../help/erasure';
import { blankWords } from '../passbook/erasure';
import { blankPairs } from '../passbook/pairs/blank-pairs';
import type { Database } from '../platform/database';
import { blankRecognition } from '../recognition/erasure';
import { blankReviews } from '../review/erasure';

/**
 * Blanks an erased person's name and words wherever a branch kept them: books, months, meetings, pairs, transfers,
 * praise, help, complaints. Numbers and chains stay as they are. It may be repeated, and grows with what names them.
 */
export async function blankPerson(
  database: Database,
  person: { readonly personId: string; readonly communityId: string },
): Promise<void> {
  const { personId } = person;
  await blankWords(database, personId);
  await blankReviews(database, personId);
  await blankRecognition(database, personId);
  await removeHelp(database, personId);
  await removeComplaints(database, personId);
  await blankPairs(database, person);
  await blankBranches(database, person);
  await blankActivities(database, person);
}
