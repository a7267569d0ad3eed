import type { Context } from '../platform/context';
import { done, type Result } from '../platform/result';
import type { Activity } from './activity';
import { fixRoll } from './settling/fix-roll';
import { invite, readMembers } from './invite';
import { moveRoll } from './move-roll';
import { postAttendance } from './post-attendance';
import { readRoll, type Called } from './roll';

/**
 * Does what a write began and left unfinished, whoever finds it. Each part is repeatable.
 * @param until when posting stops, with the rest left to the next
 */
export async function finishActivity(
  context: Omit<Context, 'request' | 'openid'>,
  activity: Activity,
  until: Date,
): Promise<Result<unknown>> {
  switch (activity.unfinished?.work) {
    case 'inviting':
      return done(await invite(context, activity, await readMembers(context.database, activity.branchId)));
    case 'moving':
      return done(await moveRoll(context, activity));
    case 'fixing':
      return done(await fixRoll(context, activity));
    case 'posting':
      return postAttendance(context, activity, until);
    case undefined:
      return done(undefined);
  }
}

/**
 * An open activity with everybody of it, before it is closed, moved or called off: what a call that broke off began is
 * done first, since what is begun next takes its place.
 */
export async function finishedRoll(context: Context, called: Called): Promise<Called> {
  const { activity } = called;
  if (activity.state !== 'open' || !activity.unfinished) return called;
  await finishActivity(context, activity, context.clock.now());
  const roll = await readRoll(context, activity._id);
  return { ...called, activity: { ...activity, unfinished: undefined }, roll };
}
