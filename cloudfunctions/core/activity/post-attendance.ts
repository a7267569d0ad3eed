import { notify } from '../message/notify';
import { postOnce } from '../passbook/store';
import type { Entry } from '../passbook/entry';
import type { Context } from '../platform/context';
import { done, type Result } from '../platform/result';
import { activities, type Activity } from './activity';
import { attendancePosting } from './rules/points';

/** Postings at once: a person's book is a document of its own, so that they do not meet. */
const postedAtOnce = 10;

/** Posts what a closed activity gives and takes, each person's line once; what stands already is passed over. */
export async function postAttendance(
  context: Omit<Context, 'request' | 'openid'>,
  activity: Activity,
): Promise<Result<number>> {
  if (activity.state !== 'closed' || !activity.unposted) return done(0);
  const at = activity.closedAt ?? context.clock.now();
  const postings = activity.people.flatMap((person) => attendancePosting(activity, person, at) ?? []);
  const posted: Entry[] = [];
  for (let start = 0; start < postings.length; start += postedAtOnce) {
    const results = await Promise.all(
      postings.slice(start, start + postedAtOnce).map((posting) => postOnce(context.database, posting)),
    );
    for (const result of results) {
      if (!result.ok) return result;
      if (result.data) posted.push(result.data);
    }
  }
  await context.database.updateWhere(activities, { _id: activity._id }, { unset: ['unposted'] });
  await notifyPosted(context, posted);
  return done(posted.length);
}

/** At most so many people are notified at once. */
const recipientsAtOnce = 40;

/** One message for each sum, to all who got it. */
async function notifyPosted(context: Parameters<typeof notify>[0], entries: readonly Entry[]): Promise<void> {
  const sums = [...new Set(entries.map(({ points }) => points))];
  for (const points of sums) {
    const same = entries.filter((entry) => entry.points === points);
    const content = { kind: 'points', title: same[0]?.title ?? '', points } as const;
    for (let start = 0; start < same.length; start += recipientsAtOnce) {
      await notify(context, [
        { personIds: same.slice(start, start + recipientsAtOnce).map(({ personId }) => personId), content },
      ]);
    }
  }
}
