/** Marks of a roll that are not submitted yet: they stay on the phone that made them, for one roll at a time. */
import { attendanceStates, type ActivityView } from '../../../contracts/activity';
import { readCached, removeCached, writeCached } from '../../../services/platform/storage';
import { unsent, withDraft, type AttendanceRow, type DraftMark } from '../views/attendance';

interface RollDraft {
  readonly activityId: string;
  readonly marks: readonly DraftMark[];
}

const storageKey = 'roll';

const isState = (value: unknown): boolean => attendanceStates.some((state) => state === value);
const isMark = (value: unknown): value is DraftMark =>
  typeof value === 'object' &&
  value !== null &&
  'personId' in value &&
  typeof value.personId === 'string' &&
  'was' in value &&
  isState(value.was) &&
  'state' in value &&
  isState(value.state) &&
  (!('reason' in value) || typeof value.reason === 'string');
const isDraft = (value: unknown): value is RollDraft =>
  typeof value === 'object' &&
  value !== null &&
  'activityId' in value &&
  'marks' in value &&
  Array.isArray(value.marks) &&
  value.marks.every(isMark);

/** What was marked on this phone and not submitted; nothing of another activity. */
function rollDraft(activityId: string): readonly DraftMark[] {
  const draft = readCached(storageKey, isDraft);
  return draft?.activityId === activityId ? draft.marks : [];
}

/**
 * The roll with what was marked on this phone and not submitted, and of whom that does not count any more; '' for
 * nobody. Once it is signed nothing of it can be submitted again, and the draft goes.
 */
export function withRollDraft(
  view: Pick<ActivityView, 'activityId' | 'mayMark' | 'state'>,
  rows: readonly AttendanceRow[],
): { readonly all: readonly AttendanceRow[]; readonly unsent: string } {
  const draft = rollDraft(view.activityId);
  const all = view.mayMark ? withDraft(rows, draft) : rows;
  if (view.state === 'closed' && draft.length > 0) keepRollDraft(view.activityId, []);
  return { all, unsent: unsent(all, draft, view) };
}

/** Keeps the marks that are not submitted; none of them removes the draft. */
export function keepRollDraft(activityId: string, marks: readonly DraftMark[]): void {
  if (marks.length > 0) writeCached(storageKey, { activityId, marks });
  else removeCached(storageKey);
}
