import { activities, type Activity } from '../../activity/activity';
import { historyActivityId, historyStart } from '../../activity/history';
import type { Database } from '../../platform/database';
import { branchIdOf } from '../../place/branch';
import type { ListRow } from '../check/read-list';
import type { ActivityEntry } from '../entries';
import { changeOf, fateOf, refusedRecord, type Judged, type RecordJudge } from './judge';
import { limits } from '../../../../miniprogram/contracts/limits';

const dayMs = 86_400_000;
/** A branch has few activities in a day. */
const dayLimit = 50;

/** Activities that took place before. One read for each day of a page, which finds what the branch kept itself, too. */
export function activityJudge(database: Database, communityId: string): RecordJudge {
  return {
    async judge(rows) {
      const days = [...new Set(rows.flatMap(({ entry }) => (entry?.type === 'activity' ? [entry.day] : [])))];
      const found = await Promise.all(days.map((day) => activitiesOn(database, communityId, day)));
      const known = new Map(days.map((day, index) => [day, found[index] ?? []]));
      return new Map(
        rows.flatMap((row) =>
          row.entry?.type === 'activity'
            ? [[row, judged(row, row.entry, communityId, known.get(row.entry.day) ?? [])] as const]
            : [],
        ),
      );
    },
  };
}

function activitiesOn(database: Database, communityId: string, day: string): Promise<Activity[]> {
  const start = historyStart(day);
  const startKey = { gte: start.toISOString(), lt: new Date(start.getTime() + dayMs).toISOString() };
  const where = { branchId: branchIdOf(communityId), startKey };
  return database.find(activities, { where, sort: { startKey: 'desc' }, limit: dayLimit });
}

function judged(row: ListRow, entry: ActivityEntry, communityId: string, sameDay: readonly Activity[]): Judged {
  const { day, title, present } = entry;
  if (title.length > limits.activityTitle) return refusedRecord(row, title, 'textUnreadable', title);
  const derived = historyActivityId(communityId, day, title);
  const known = sameDay.find((one) => one._id === derived) ?? sameDay.find((one) => plain(one.title) === plain(title));
  const own = known?.history;
  const after = present === undefined ? undefined : String(present);
  const changes = own ? changeOf('present', own.present === undefined ? '' : String(own.present), after) : [];
  const activityId = known?._id ?? derived;
  const target = { type: 'activity', activityId, isNew: known === undefined, title, day } as const;
  const record = { ...target, ...(present !== undefined && { present }) };
  return { fate: fateOf(known === undefined, changes), title: `${day} ${title}`, record, changes, notes: [] };
}

const plain = (title: string): string => title.replace(/\s/g, '');
