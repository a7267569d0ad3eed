import { gridStaff, neighboursThemselves, type PermissionRow, type PermissionRows } from '../access/permission-rows';

/** The party group of a grid enrols its members as well as those who work there (S2-07). */
const enrolmentStaff: PermissionRow = { ...gridStaff, groupLeader: 'grid' };

/** Everybody may ask to be enrolled, and sees their own; those of the grid decide, tick and count. */
export const enrolmentPermissions: PermissionRows<'enrolment'> = {
  'enrolment.get': { ...neighboursThemselves, ...enrolmentStaff },
  'enrolment.getPresence': { ...neighboursThemselves, ...enrolmentStaff },
  'enrolment.request': neighboursThemselves,
  'enrolment.decide': enrolmentStaff,
  'enrolment.addGroup': enrolmentStaff,
  'enrolment.list': enrolmentStaff,
  'enrolment.getFunnel': { ...enrolmentStaff, inspector: 'community' },
  'enrolment.setCentre': neighboursThemselves,
  'enrolment.setHours': neighboursThemselves,
  'enrolment.listCentres': enrolmentStaff,
  'enrolment.tick': { ...neighboursThemselves, ...enrolmentStaff },
};
