import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { addGroup } from './add-group';
import { decideEnrolment } from './decide';
import { getEnrolment } from './get';
import { getFunnel } from './get-funnel';
import { getPresence } from './get-presence';
import { listEnrolments } from './list';
import { listCentres } from './list-centres';
import { requestEnrolment } from './request';
import { setCentre } from './set-centre';
import { setHours } from './set-hours';
import { tickEnrolment } from './tick';

/** Working members enrol with the community where they live, and are welcomed by six items. */
export const enrolmentEndpoints = {
  'enrolment.get': getEnrolment,
  'enrolment.request': requestEnrolment,
  'enrolment.decide': decideEnrolment,
  'enrolment.addGroup': addGroup,
  'enrolment.list': listEnrolments,
  'enrolment.getFunnel': getFunnel,
  'enrolment.getPresence': getPresence,
  'enrolment.tick': tickEnrolment,
  'enrolment.setCentre': setCentre,
  'enrolment.listCentres': listCentres,
  'enrolment.setHours': setHours,
} satisfies Partial<Routes<Caller>>;
