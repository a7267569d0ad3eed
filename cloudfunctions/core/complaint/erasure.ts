import type { Database } from '../platform/database';
import { complaints, type Complaint } from './complaint';

/** The most that one query gives (platform/database.ts). */
const atOnce = 99;

/**
 * Removes what an erased person complained about, and takes their name off answers that they gave. It may be repeated.
 * One write, and a read for 99 answers with a write for each.
 */
export async function removeComplaints(database: Database, personId: string): Promise<void> {
  await database.removeWhere(complaints, { 'author.personId': personId });
  for (let after = ''; ;) {
    const page = await database.find(complaints, {
      where: { 'answer.personId': personId, _id: { gt: after } },
      sort: { _id: 'asc' },
      limit: atOnce,
    });
    for (const complaint of page) await blankAnswer(database, complaint, personId);
    after = page.at(-1)?._id ?? '';
    if (page.length < atOnce) return;
  }
}

async function blankAnswer(database: Database, { _id, answer, acts = [] }: Complaint, personId: string): Promise<void> {
  if (!answer || answer.name === '') return;
  const named = acts.map((act) => (act.personId === personId ? { ...act, name: '' } : act));
  await database.updateWhere(complaints, { _id }, { set: { answer: { ...answer, name: '' }, acts: named } });
}
