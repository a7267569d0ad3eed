import type { Context } from '../platform/context';
import { done, type Result } from '../platform/result';
import type { Activity } from './activity';
import { fixRoll } from './fix-roll';
import { invite, readMembers } from './invite';
import { moveRoll } from './move-roll';
import { postAttendance } from './post-attendance';

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
