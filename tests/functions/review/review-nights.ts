import { draftReviews } from '../../../cloudfunctions/core/review/jobs/draft-reviews';
import type { ApiCloud } from '../../support/api';

/** The job of the night before a day, to its end. */
export async function reviewNight(cloud: ApiCloud, day: string): Promise<number> {
  const now = new Date(`${day}T02:30:00+08:00`);
  await cloud.setClock(now.toISOString());
  const services = { ...(await cloud.services()), clock: { now: () => now } };
  const progress = await draftReviews.run(services, undefined, new Date(now.getTime() + 60_000));
  expect(progress.cursor).toBeNull();
  return progress.done;
}
