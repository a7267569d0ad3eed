/** The roll call of an activity. */
import type { AttendanceState, AttendanceView } from '../../../contracts/activity';
import { attendanceName, expectedLine } from '../../../text/activity/names';
import { signedPoints } from '../../../text/passbook/points';
import { batchLine, closingNote, markRestLine, roleName, unmarkedHint } from '../text/attendance';

export interface AttendanceRow {
  readonly personId: string;
  readonly name: string;
  /** What the person does there; '' for nothing but coming. */
  readonly role: string;
  readonly state: AttendanceState;
  readonly stateName: string;
  /** What the person does there, and that nobody marked them yet. */
  readonly hint: string;
  readonly points: string;
}

/** `isMarking`: the reader marks who came. */
export function attendanceRow(view: AttendanceView, isMarking: boolean): AttendanceRow {
  const { personId, name, state, points } = view;
  const role = view.role === undefined ? '' : roleName(view.role);
  return {
    personId,
    name,
    role,
    state,
    stateName: attendanceName(state),
    hint: isMarking && state === 'expected' ? unmarkedHint(role) : role,
    points: points === undefined ? '' : signedPoints(points),
  };
}

/** Marked otherwise, before it is submitted. */
export function withAttendance(row: AttendanceRow, state: AttendanceState): AttendanceRow {
  return {
    ...row,
    state,
    stateName: attendanceName(state),
    hint: row.role,
  };
}

/** Everybody whom nobody marked yet, as having come. */
export function withRestPresent(rows: readonly AttendanceRow[]): readonly AttendanceRow[] {
  return rows.map((row) => (row.state === 'expected' ? withAttendance(row, 'present') : row));
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
}

/** What the marks come to while they are being made. */
export function rollCall(rows: readonly AttendanceRow[], earns: boolean): RollCall {
  const count: Record<AttendanceState, number> = { expected: 0, present: 0, excused: 0, absent: 0 };
  for (const { state } of rows) count[state] += 1;
  return {
    attendance: expectedLine(rows.length, count.present),
    markRest: count.expected > 0 ? markRestLine(count.expected) : '',
    note: closingNote(count, earns),
  };
}
