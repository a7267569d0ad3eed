import { deliver, deliverMissing } from '../message/notify';
import { addToOutbox } from '../message/outbox';
import { outgoingMessages, type Notification } from '../message/outgoing';
import { postOnce } from '../passbook/store';
import type { Posting } from '../passbook/entry';
import type { Context } from '../platform/context';
import { done, type Result } from '../platform/result';
import { activities, type Activity } from './activity';
import { attendancePosting } from './rules/points';

/** Postings at once: a person's book is a document of its own, so that they do not meet. */
const postedAtOnce = 10;

/**
 * Posts what a closed activity gives and takes, each person's line once, and notifies them, each once; what stands
 * already is passed over. The write that says that all is posted remembers whom to notify.
 */
export async function postAttendance(
  context: Omit<Context, 'request' | 'openid'>,
  activity: Activity,
): Promise<Result<number>> {
  if (activity.state !== 'closed' || !activity.unposted) {
    await deliverMissing(context, activity.outbox ?? []);
    return done(0);
  }
  const at = activity.closedAt ?? context.clock.now();
  const postings = activity.people.flatMap((person) => attendancePosting(activity, person, at) ?? []);
  let posted = 0;
  for (let start = 0; start < postings.length; start += postedAtOnce) {
    const results = await Promise.all(
      postings.slice(start, start + postedAtOnce).map((posting) => postOnce(context.database, posting)),
    );
    for (const result of results) {
      if (!result.ok) return result;
      if (result.data) posted += 1;
    }
  }
  const messages = outgoingMessages(`activity:${activity._id}`, at, notificationsOf(postings));
  await context.database.updateWhere(
    activities,
    { _id: activity._id, unposted: true },
    { set: addToOutbox(activity, messages), unset: ['unposted'] },
  );
  // Of a first closing nobody has heard, so that the inboxes need not be read.
  await (posted === postings.length ? deliver(context, messages) : deliverMissing(context, messages));
  return done(posted);
}

/** One message for each sum, to all who got it. The same postings give the same messages. */
function notificationsOf(postings: readonly Posting[]): readonly Notification[] {
  const sums = [...new Set(postings.map(({ points }) => points))].sort((one, other) => one - other);
  return sums.map((points) => {
    const same = postings.filter((posting) => posting.points === points);
    return {
      personIds: same.map(({ personId }) => personId),
      content: { kind: 'points', title: same[0]?.title ?? '', points },
    };
  });
}
