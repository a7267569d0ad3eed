import type { AttendanceState, ActivityKind, ActivityView } from '../contracts/activity';
import { call, write } from './platform/call';

type ActivityRef = Pick<ActivityView, 'activityId' | 'version'>;

export const list = (cursor?: string) => call('activity.list', cursor === undefined ? {} : { cursor });

export const get = (activityId: string) => call('activity.get', { activityId });

export const create = (plan: { title: string; kind: ActivityKind; startsAt: string; placeName: string }) =>
  write('activity.create', plan);

export const mark = ({ activityId, version }: ActivityRef, marks: { personId: string; state: AttendanceState }[]) =>
  write('activity.mark', { activityId, version, marks });

export const sign = ({ activityId, version }: ActivityRef) =>
  write('activity.sign', { activityId, version, agree: true });

/** The roll goes back, for a reason. */
export const sendBack = ({ activityId, version }: ActivityRef, reason: string) =>
  write('activity.sign', { activityId, version, agree: false, reason });

export const close = ({ activityId, version }: ActivityRef) => write('activity.close', { activityId, version });
