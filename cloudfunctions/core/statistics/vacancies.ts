import type { Database } from '../platform/database';
import { emptyTally, tallies } from './tally';

interface CountedVacancies {
  readonly communityId: string;
  readonly vacancies: number;
  readonly now: Date;
}

/** Keeps, for the desk, how many posts nobody holds. One write where it is another number than before, else none. */
export async function noteVacancies(
  database: Database,
  { communityId, vacancies, now }: CountedVacancies,
): Promise<void> {
  const before = await database.get(tallies, communityId);
  if ((before?.vacancies ?? 0) === vacancies) return;
  if (before) await database.updateWhere(tallies, { _id: communityId }, { set: { vacancies } });
  else await database.insert(tallies, { ...emptyTally(communityId, now), vacancies });
}
