import { withAct } from '../access/act';
import { branchIdOf } from '../place/branch';
import { derivedId, timeKey } from '../platform/ids';
import { startOfDay } from '../time/shanghai';
import type { Activity } from './activity';
import { activityKindOf } from './text/kinds';

/** An activity from before the community used this: a list says its day, its title, how many came. */
export interface PastActivity {
  readonly communityId: string;
  readonly branchName: string;
  readonly day: string;
  readonly title: string;
  readonly present?: number;
}

/** Who brought it in, and when. */
type Bringer = Parameters<typeof withAct>[2];

/** Day and title tell one past activity from another. */
export function historyActivityId(communityId: string, day: string, title: string): string {
  return derivedId('a', 'import', communityId, day, title.replace(/\s/g, ''));
}

/** Nobody wrote down the hour: it stands at the beginning of its day in Shanghai, and only the day is shown. */
export function historyStart(day: string): Date {
  return startOfDay(day);
}

/** It is closed from the beginning, has no roll, no marks and no signature, and posts nothing. */
export function pastActivity(past: PastActivity, by: Bringer, at: Date): Activity {
  const { communityId, branchName, day, title, present } = past;
  const _id = historyActivityId(communityId, day, title);
  const startsAt = historyStart(day);
  const { personId, name } = by.login;
  return {
    _id,
    communityId,
    branchId: branchIdOf(communityId),
    branchName,
    title,
    kind: activityKindOf(title),
    startsAt,
    startKey: timeKey(startsAt, _id),
    placeName: '',
    state: 'closed',
    counts: { expected: 0, present: present ?? 0, excused: 0 },
    leaders: {},
    call: 1,
    rules: [],
    createdBy: { personId, name },
    createdAt: at,
    pairCap: 0,
    closing: null,
    signature: null,
    returned: null,
    closedAt: null,
    history: present === undefined ? {} : { present },
    version: 1,
    requests: [],
    ...withAct({}, { clock: { now: () => at } }, by, 'import.apply'),
  };
}
