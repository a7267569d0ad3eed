import { deliver, deliverMissing } from '../message/notify';
import { addToOutbox } from '../message/outbox';
import { outgoingMessages, type Notification } from '../message/outgoing';
import { bookLines, type Posting } from '../passbook/entry';
import { postOnce } from '../passbook/store';
import type { Context } from '../platform/context';
import { done, type Result } from '../platform/result';
import { activities, type Activity } from './activity';
import { readRoll } from './roll';
import { attendancePosting } from './rules/points';

type PostingContext = Omit<Context, 'request' | 'openid'>;

/** Postings of one transaction: few documents, so that it is short; each person's book is a document of its own. */
const postedTogether = 3;
const transactionsAtOnce = 4;
const linesAtOnce = 99;

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
  const missing = await withoutPosted(context, postings);
  const step = postedTogether * transactionsAtOnce;
  for (let start = 0; start < missing.length; start += step) {
    if (context.clock.now() >= until) return done(missing.length - start);
    const posted = await postSome(context, missing.slice(start, start + step));
    if (!posted.ok) return posted;
  }
  const messages = outgoingMessages(`activity:${activity._id}`, closedAt, notificationsOf(postings));
  await context.database.updateWhere(
    activities,
    { _id: activity._id, 'unfinished.work': 'posting' },
    { set: addToOutbox(activity, messages), unset: ['unfinished'] },
  );
  // Of a first closing nobody has heard, so that the inboxes need not be read.
  await (missing.length === postings.length ? deliver(context, messages) : deliverMissing(context, messages));
  return done(0);
}

/** Those whose line does not stand yet. One read for 99. */
async function withoutPosted({ database }: PostingContext, postings: readonly Posting[]): Promise<readonly Posting[]> {
  const standing = new Set<string>();
  for (let start = 0; start < postings.length; start += linesAtOnce) {
    const keys = postings.slice(start, start + linesAtOnce).map(({ postingKey }) => postingKey);
    const found = await database.find(bookLines, { where: { _id: { oneOf: keys } }, limit: linesAtOnce });
    for (const { _id } of found) standing.add(_id);
  }
  return postings.filter(({ postingKey }) => !standing.has(postingKey));
}

async function postSome({ database }: PostingContext, postings: readonly Posting[]): Promise<Result<unknown>> {
  const groups = Array.from({ length: Math.ceil(postings.length / postedTogether) }, (_, index) =>
    postings.slice(index * postedTogether, (index + 1) * postedTogether),
  );
  const results = await Promise.all(groups.map((group) => postOnce(database, group)));
  return results.find(({ ok }) => !ok) ?? done(undefined);
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
