/** Marks of a roll that are not submitted yet: they stay on the phone that made them, for one roll at a time. */
import { attendanceStates } from '../../../contracts/activity';
import { readCached, removeCached, writeCached } from '../../../services/platform/storage';
import type { DraftMark } from '../views/attendance';

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
export function rollDraft(activityId: string): readonly DraftMark[] {
  const draft = readCached(storageKey, isDraft);
  return draft?.activityId === activityId ? draft.marks : [];
}

/** Keeps the marks that are not submitted; none of them removes the draft. */
export function keepRollDraft(activityId: string, marks: readonly DraftMark[]): void {
  if (marks.length > 0) writeCached(storageKey, { activityId, marks });
  else removeCached(storageKey);
}
