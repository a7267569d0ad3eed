/** The roll call of an activity. */
import type { ActivityView, AttendanceState, AttendanceView } from '../../../contracts/activity';
import { attendanceName, rollLine } from '../text/activity-names';
import { guestHint } from '../text/sign-in';
import { signedPoints } from '../../../text/passbook/points';
import { nameApart } from '../../../text/person/name-apart';
import { joinParts } from '../../../text/join';
import {
  batchLine,
  closingNote,
  keptLine,
  leaveLine,
  markRestLine,
  roleName,
  unmarkedHint,
  unmarkedLine,
  unsentLine,
} from '../text/attendance';

export interface AttendanceRow {
  readonly personId: string;
  readonly name: string;
  /** What the person does there, and of which other branch they are; '' for nothing but coming. */
  readonly role: string;
  readonly state: AttendanceState;
  /** What the cloud last said. */
  readonly was: AttendanceState;
  readonly stateName: string;
  /** What the person does there, and that nobody marked them yet. */
  readonly hint: string;
  readonly points: string;
  /** What their leave has come to; '' without one. */
  readonly leave: string;
  /** Their leave waits for an answer. */
  readonly leaveWaits: boolean;
  /** They asked for leave, and nobody declined it. */
  readonly hasLeave: boolean;
  /** Why somebody has leave who did not ask for it is to be said, and what was said so far. */
  readonly asksReason: boolean;
  readonly reason: string;
  /** Nothing stands in their book, and the reader may propose that something does. */
  readonly mayCorrect: boolean;
}

interface Roll {
  /** The reader marks who came. */
  readonly isMarking: boolean;
  readonly closedByName?: string | undefined;
}

export function attendanceRow(view: AttendanceView, { isMarking, closedByName }: Roll): AttendanceRow {
  const { personId, state, points, leave } = view;
  const role = view.role === undefined ? '' : roleName(view.role);
  const what = view.walkIn === undefined ? role : joinParts(role, guestHint(view.walkIn));
  const unmarked = view.unmarked ? joinParts(what, unmarkedLine(closedByName)) : what;
  return {
    personId,
    name: nameApart(view),
    role: what,
    state,
    was: state,
    stateName: attendanceName(state),
    hint: isMarking && state === 'expected' ? unmarkedHint(what) : unmarked,
    points: points === undefined ? '' : signedPoints(points),
    leave: leave === undefined ? '' : leaveLine(leave),
    leaveWaits: isMarking && leave?.state === 'asked' && state === 'expected',
    hasLeave: leave !== undefined && leave.state !== 'declined',
    asksReason: false,
    reason: '',
    mayCorrect: view.mayCorrect === true,
  };
}

/** Marked otherwise, before it is submitted. */
export function withAttendance(row: AttendanceRow, state: AttendanceState): AttendanceRow {
  return {
    ...row,
    state,
    stateName: attendanceName(state),
    hint: row.role,
    asksReason: state === 'excused' && row.was !== 'excused' && !row.hasLeave,
  };
}

/** Whose leave was noted without a word why. */
export function withoutReason(rows: readonly AttendanceRow[]): readonly string[] {
  return rows.flatMap(({ asksReason, reason, name }) => (asksReason && reason.trim() === '' ? [name] : []));
}

/** Everybody whom nobody marked yet, as having come. */
export function withRestPresent(rows: readonly AttendanceRow[]): readonly AttendanceRow[] {
  return rows.map((row) => (row.state === 'expected' ? withAttendance(row, 'present') : row));
}

/** One person's mark, and what stood there when it was made. */
export interface DraftMark {
  readonly personId: string;
  readonly was: AttendanceState;
  readonly state: AttendanceState;
  readonly reason?: string;
}

/** The marks that differ from what the cloud said. */
export function changedMarks(rows: readonly AttendanceRow[]): readonly DraftMark[] {
  return rows.flatMap(({ personId, was, state, asksReason, reason }) => {
    const words = asksReason ? reason.trim() : '';
    return was === state ? [] : [{ personId, was, state, ...(words !== '' && { reason: words }) }];
  });
}

/** What was marked before and not submitted, over what still stands as it stood then. */
export function withDraft(rows: readonly AttendanceRow[], marks: readonly DraftMark[]): readonly AttendanceRow[] {
  const drafted = new Map(marks.map((mark) => [mark.personId, mark]));
  return rows.map((row) => {
    const mark = drafted.get(row.personId);
    return mark?.was === row.was ? withAttendance({ ...row, reason: mark.reason ?? '' }, mark.state) : row;
  });
}

/**
 * Of whom something was marked on this phone that does not count: somebody else marked them meanwhile, or closed the
 * roll; '' for none.
 */
export function unsent(
  rows: readonly AttendanceRow[],
  marks: readonly DraftMark[],
  { mayMark, state: stage }: Pick<ActivityView, 'mayMark' | 'state'>,
): string {
  const wanted = new Map(marks.map(({ personId, state }) => [personId, state]));
  const names = rows.flatMap(({ personId, name, state }) => ((wanted.get(personId) ?? state) === state ? [] : [name]));
  return mayMark ? keptLine(names) : unsentLine(names, stage === 'closed');
}

const batchSize = 40;

export interface Batch {
  readonly people: readonly AttendanceRow[];
  readonly batchLine: string;
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

/** As many people as a screen can hold at once, and where one is among them. */
export function batch(all: readonly AttendanceRow[], index: number): Batch {
  const batches = Math.ceil(all.length / batchSize);
  return {
    people: all.slice(index * batchSize, (index + 1) * batchSize),
    batchLine: batches > 1 ? batchLine(index, batches, all.length) : '',
    hasEarlier: index > 0,
    hasLater: index + 1 < batches,
  };
}

export interface RollCall {
  /** How many came, as marked so far. */
  readonly attendance: string;
  /** The one tap for all who are not marked; '' where everybody is. */
  readonly markRest: string;
  /** What closing will do, said before it is done. */
  readonly note: string;
  /** Marks that are not submitted yet, and whether anybody is left unmarked. */
  readonly changed: boolean;
  readonly isWhole: boolean;
}

/** What the marks come to while they are being made. */
export function rollCall(rows: readonly AttendanceRow[], earns: boolean): RollCall {
  const count: Record<AttendanceState, number> = { expected: 0, present: 0, excused: 0, absent: 0 };
  for (const { state } of rows) count[state] += 1;
  return {
    attendance: rollLine(rows.length, count.present),
    markRest: count.expected > 0 ? markRestLine(count.expected) : '',
    note: closingNote(count, earns),
    changed: changedMarks(rows).length > 0,
    isWhole: count.expected === 0,
  };
}
