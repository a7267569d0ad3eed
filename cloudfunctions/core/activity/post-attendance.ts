import { deliver, deliverMissing } from '../message/notify';
import { addToOutbox } from '../message/outbox';
import { outgoingMessages, type Notification } from '../message/outgoing';
import { bookLines, type Posting } from '../passbook/entry';
import { postingsAtOnce, postTogether, type BranchPosting } from '../passbook/post-together';
import type { Context } from '../platform/context';
import { done, type Result } from '../platform/result';
import { activities, type Activity } from './activity';
import { readRoll } from './roll';
import { attendancePosting } from './rules/points';

const linesAtOnce = 99;

type PostingContext = Omit<Context, 'request' | 'openid'>;

/**
 * Posts what a closed activity gives and takes, each person's line once, and notifies them, each once; what stands
 * already is passed over. The write that says that all is posted remembers whom to notify. Where `until` comes first,
 * the rest is left to the next call.
 * @returns how many lines are still to be posted
 */
export async function postAttendance(
  context: PostingContext,
  activity: Activity,
  until: Date,
): Promise<Result<number>> {
  if (activity.unfinished?.work !== 'posting') {
    await deliverMissing(context, activity.outbox ?? []);
    return done(0);
  }
  const closedAt = activity.closedAt ?? context.clock.now();
  const roll = await readRoll(context, activity._id);
  const postings = roll.flatMap((person) => attendancePosting(activity, person, closedAt) ?? []);
  // What one request looks at anyway is not looked for before.
  const missing = postings.length > postingsAtOnce ? await withoutPosted(context, postings) : postings;
  let written = 0;
  for (let start = 0; start < missing.length; start += postingsAtOnce) {
    if (context.clock.now() >= until) return done(missing.length - start);
    const posted = await postTogether(context.database, missing.slice(start, start + postingsAtOnce));
    if (!posted.ok) return posted;
    written += posted.data;
  }
  const messages = outgoingMessages(`activity:${activity._id}`, closedAt, notificationsOf(postings));
  await context.database.updateWhere(
    activities,
    { _id: activity._id, 'unfinished.work': 'posting' },
    { set: addToOutbox(activity, messages), unset: ['unfinished'] },
  );
  // Of a first closing nobody has heard, so that the inboxes need not be read.
  await (written === postings.length ? deliver(context, messages) : deliverMissing(context, messages));
  return done(0);
}

/** Those whose line does not stand yet. One read for 99. */
async function withoutPosted(
  { database }: PostingContext,
  postings: readonly BranchPosting[],
): Promise<readonly BranchPosting[]> {
  const standing = new Set<string>();
  for (let start = 0; start < postings.length; start += linesAtOnce) {
    const keys = postings.slice(start, start + linesAtOnce).map(({ postingKey }) => postingKey);
    const found = await database.find(bookLines, { where: { _id: { oneOf: keys } }, limit: linesAtOnce });
    for (const { _id } of found) standing.add(_id);
  }
  return postings.filter(({ postingKey }) => !standing.has(postingKey));
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
