import type { WalkInView } from '../../../miniprogram/contracts/activity';
import type { SignedIn } from '../access/caller';
import { noneApart, type Apart } from '../person/rules/namesakes';
import type { Activity } from './activity';
import type { Attendance } from './attendance';

/** Somebody who walked in, as their own branch looks at it. Nobody decides on themselves. */
export function walkInView(
  activity: Activity,
  line: Attendance,
  { login }: SignedIn,
  apart: Apart = noneApart,
): WalkInView {
  const { _id: activityId, title, startsAt, placeName, branchName } = activity;
  return {
    ...{ activityId, title, startsAt: startsAt.toISOString(), placeName, branchName },
    ...{ personId: line.personId, name: line.name, state: line.walkIn?.state ?? 'asked' },
    ...apart(line.personId),
    mayDecide: line.walkIn?.state === 'asked' && line.personId !== login.personId,
  };
}
