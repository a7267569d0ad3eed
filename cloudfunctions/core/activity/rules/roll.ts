import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import type { Activity } from '../activity';
import type { Attendance } from '../attendance';

/** A mark that somebody wants to make over what they saw there. */
export interface WantedMark {
  readonly personId: string;
  readonly was?: Attendance['state'] | undefined;
  readonly state: Attendance['state'];
  /** Why they have leave, for which they did not ask themselves. */
  readonly reason?: string | undefined;
}

/** Marks that change the same into the same, so that one write makes them all. */
export interface MarkGroup {
  readonly was: Attendance['state'];
  readonly state: Attendance['state'];
  /** The leave that is noted with it; the person's own words stay where they asked. */
  readonly reason?: string;
  readonly personIds: readonly string[];
}

/**
 * The marks that are to be made: over what the marker saw, or over what stands where they say nothing of it. What
 * stands otherwise by now is another's mark, and is left alone.
 */
export function markGroups(
  roll: readonly Pick<Attendance, 'personId' | 'state' | 'leave'>[],
  marks: readonly WantedMark[],
): readonly MarkGroup[] {
  const standing = new Map(roll.map((line) => [line.personId, line]));
  const groups = new Map<string, MarkGroup & { readonly personIds: string[] }>();
  for (const { personId, was, state, reason: words } of marks) {
    const now = standing.get(personId);
    if (now === undefined || now.state === state || (was !== undefined && was !== now.state)) continue;
    const hasLeave = now.leave !== undefined && now.leave.state !== 'declined';
    const reason = state === 'excused' && !hasLeave ? words : undefined;
    const key = [now.state, state, reason ?? ''].join('>');
    const noted = reason === undefined ? {} : { reason };
    const group = groups.get(key) ?? { was: now.state, state, ...noted, personIds: [] };
    group.personIds.push(personId);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Those who stand otherwise than they were marked here. */
export function keptBy(
  roll: readonly Pick<Attendance, 'personId' | 'state'>[],
  marks: readonly WantedMark[],
): readonly string[] {
  const wanted = new Map(marks.map(({ personId, state }) => [personId, state]));
  return roll.flatMap(({ personId, state }) => ((wanted.get(personId) ?? state) === state ? [] : [personId]));
}

/** Why nothing of a roll changes any more; null while it is called. */
export function rollFault({ state }: Pick<Activity, 'state'>): ErrorCode | null {
  if (state === 'open') return null;
  return state === 'calledOff' ? 'ACTIVITY_CALLED_OFF' : 'ACTIVITY_CLOSED';
}

/** Why it may not be put to another time: who was there was there. */
export function movingFault(roll: readonly Pick<Attendance, 'state'>[]): ErrorCode | null {
  return roll.some(({ state }) => state === 'present' || state === 'absent') ? 'ACTIVITY_MARKED' : null;
}

/** Why a roll may not be closed yet; null where it may. Nobody marked is not nobody there, and silence counts against
 * whoever was asked for leave, not against who asked. */
export function closingFault(roll: readonly Pick<Attendance, 'state' | 'leave'>[]): ErrorCode | null {
  if (roll.some(({ state, leave }) => state === 'expected' && leave?.state === 'asked')) return 'LEAVE_WAITING';
  return roll.some(({ state }) => state === 'present' || state === 'absent') ? null : 'NOBODY_MARKED';
}

/**
 * Whether a line belongs to the roll as it was fixed: what was written after everybody was lifted to the calling that
 * fixes it carries an older number.
 */
export function isInCalling({ call }: Pick<Activity, 'call'>, line: Pick<Attendance, 'call'>): boolean {
  return line.call >= call;
}
