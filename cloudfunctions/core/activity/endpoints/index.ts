import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { addWalkIn } from './add-walk-in';
import { askLeave } from './ask-leave';
import { callOffActivity } from './call-off';
import { closeActivity } from './close';
import { createActivity } from './create';
import { getActivity } from './get';
import { decideWalkIn } from './decide-walk-in';
import { listWalkIns } from './list-walk-ins';
import { openSignCode } from './open-code';
import { signIn } from './sign-in';
import { listActivities } from './list';
import { decideLeave } from './decide-leave';
import { markActivity } from './mark';
import { moveActivity } from './move';
import { signActivity } from './sign';

/** Planning, attendance and closing of what a branch does. */
export const activityEndpoints = {
  'activity.list': listActivities,
  'activity.get': getActivity,
  'activity.create': createActivity,
  'activity.mark': markActivity,
  'activity.openCode': openSignCode,
  'activity.signIn': signIn,
  'activity.addWalkIn': addWalkIn,
  'activity.listWalkIns': listWalkIns,
  'activity.decideWalkIn': decideWalkIn,
  'activity.askLeave': askLeave,
  'activity.decideLeave': decideLeave,
  'activity.move': moveActivity,
  'activity.callOff': callOffActivity,
  'activity.close': closeActivity,
  'activity.sign': signActivity,
} satisfies Partial<Routes<Caller>>;
