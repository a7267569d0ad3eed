import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { closeActivity } from './close';
import { createActivity } from './create';
import { getActivity } from './get';
import { listActivities } from './list';
import { markActivity } from './mark';
import { signActivity } from './sign';

/** Planning, attendance and closing of what a branch does. */
export const activityEndpoints = {
  'activity.list': listActivities,
  'activity.get': getActivity,
  'activity.create': createActivity,
  'activity.mark': markActivity,
  'activity.close': closeActivity,
  'activity.sign': signActivity,
} satisfies Partial<Routes<Caller>>;
