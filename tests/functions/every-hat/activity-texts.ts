import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { Typist } from './typing';

export async function plantActivities(typist: Typist): Promise<readonly string[]> {
  return [await plantReturned(typist), await plantCalledOff(typist)];
}

/** A roll that was closed and sent back, with somebody's leave in it. */
async function plantReturned(typist: Typist): Promise<string> {
  const { cloud, text, write } = typist;
  const { activityId } = await write('o_secretary', 'activity.create', {
    title: text('activity.create.title'),
    kind: 'lecture',
    startsAt: '2026-11-22T15:00:00+08:00',
    placeName: text('activity.create.placeName'),
  });
  const id = String(activityId);
  await write('o_young', 'activity.askLeave', {
    activityId: id,
    reason: text('activity.askLeave.reason', { subject: ['o_young'] }),
  });
  await write('o_group', 'activity.decideLeave', { activityId: id, personId: 'p_young', agree: false });
  const seen = () => ({ activityId: id, version: cloud.storedOne<Activity>('activities', id).version });
  const why = text('activity.mark.marks.0.reason', { subject: ['o_senior'] });
  const excused = { personId: 'p_senior', state: 'excused', reason: why };
  const absent = { personId: 'p_young', state: 'absent' };
  await write('o_secretary', 'activity.mark', { activityId: id, marks: [absent, excused] });
  await write('o_secretary', 'activity.close', seen());
  const reason = text('activity.sign.reason');
  await write('o_committee', 'activity.sign', { ...seen(), agree: false, reason });
  return id;
}

/** One that was moved to another place, and called off. */
async function plantCalledOff({ text, write }: Typist): Promise<string> {
  const { activityId } = await write('o_secretary', 'activity.create', {
    title: '上党课',
    kind: 'lecture',
    startsAt: '2026-12-12T09:00:00+08:00',
    placeName: '活动室',
  });
  const moved = { activityId, version: 1, startsAt: '2026-12-13T09:00:00+08:00' };
  await write('o_secretary', 'activity.move', { ...moved, placeName: text('activity.move.placeName') });
  const reason = text('activity.callOff.reason');
  await write('o_secretary', 'activity.callOff', { activityId, version: 2, reason });
  return String(activityId);
}
