import type { EndpointName } from '../../../miniprogram/contracts/api';
import { branchStaffHats, signedInHats, type Hat } from '../../../miniprogram/contracts/hat';
import { activityPermissions } from '../activity/permissions';
import { alertPermissions } from '../alert/permissions';
import { complaintPermissions } from '../complaint/permissions';
import { branchPermissions } from '../branch/permissions';
import { briefPermissions } from '../brief/permissions';
import { cardPermissions } from '../card/permissions';
import { employerPermissions } from '../employer/permissions';
import { enrolmentPermissions } from '../enrolment/permissions';
import { exportPermissions } from '../export/permissions';
import { filePermissions } from '../file/permissions';
import { findingPermissions } from '../finding/permissions';
import { homePermissions } from '../home/permissions';
import { importPermissions } from '../import/permissions';
import { helpPermissions } from '../help/permissions';
import { mentorPermissions } from '../mentor/permissions';
import { messagePermissions } from '../message/permissions';
import { orderPermissions } from '../order/permissions';
import { passbookPermissions } from '../passbook/permissions';
import { personPermissions } from '../person/permissions';
import type { ApartBy } from '../person/rules/namesakes';
import { placePermissions, postPermissions } from '../place/permissions';
import { policyPermissions } from '../policy/permissions';
import { privacyPermissions } from '../privacy/permissions';
import { recognitionPermissions } from '../recognition/permissions';
import { residencePermissions } from '../residence/permissions';
import { reviewPermissions } from '../review/permissions';
import { rewardPermissions } from '../reward/permissions';
import { setupPermissions } from '../setup/permissions';
import { sitePermissions } from '../site/permissions';
import { stationPermissions } from '../station/permissions';
import { teamPermissions } from '../team/permissions';
import { visitPermissions } from '../visit/permissions';
import type { PermissionRow, Scope } from './permission-rows';

/** Hat × endpoint → scope, put together from each noun's rows. What is not in it is denied. */
export const permissions: Readonly<Record<EndpointName, PermissionRow>> = {
  ...cardPermissions,
  ...placePermissions,
  ...postPermissions,
  ...findingPermissions,
  ...homePermissions,
  ...personPermissions,
  ...messagePermissions,
  ...orderPermissions,
  ...alertPermissions,
  ...complaintPermissions,
  ...passbookPermissions,
  ...filePermissions,
  ...activityPermissions,
  ...policyPermissions,
  ...privacyPermissions,
  ...teamPermissions,
  ...reviewPermissions,
  ...recognitionPermissions,
  ...rewardPermissions,
  ...setupPermissions,
  ...stationPermissions,
  ...sitePermissions,
  ...importPermissions,
  ...employerPermissions,
  ...branchPermissions,
  ...briefPermissions,
  ...helpPermissions,
  ...mentorPermissions,
  ...enrolmentPermissions,
  ...exportPermissions,
  ...visitPermissions,
  ...residencePermissions,
};

/** Endpoints by which a hat finds, sends, rings or writes down people, and sees the end of their numbers anyhow. */
const knowsNumbers: readonly EndpointName[] = [
  'person.find',
  'order.suggest',
  'activity.addWalkIn',
  'visit.revealPhone',
  'site.listLinks',
];

/**
 * By what a hat is told who of two people of one name is who: by the end of their number where it works by numbers
 * already, else by their grid, so that no list says more of anybody's number than the hat sees elsewhere.
 */
export function apartBy(hat: Hat): ApartBy {
  return knowsNumbers.some((endpoint) => scopeOf(hat, endpoint) !== 'none') ? 'phoneEnd' : 'gridName';
}

/** Deny by default. */
export function scopeOf(hat: Hat, endpoint: EndpointName): Scope {
  return permissions[endpoint][hat] ?? 'none';
}

/**
 * How far one hat of somebody reaches. A post of a branch beside the community's first acts in that branch alone: what
 * is not a branch's it does not reach, but for what everybody with a login may do.
 */
export function scopeOfHat({ hat, branchId }: WornHat, endpoint: EndpointName): Scope {
  const scope = scopeOf(hat, endpoint);
  const isOfOneBranch = branchId !== undefined && branchStaffHats.some((one) => one === hat);
  return !isOfOneBranch || scope === 'branch' || isEverybodys(endpoint) ? scope : 'none';
}

interface WornHat {
  readonly hat: Hat;
  readonly branchId?: string;
}

function isEverybodys(endpoint: EndpointName): boolean {
  return signedInHats.every((hat) => scopeOf(hat, endpoint) !== 'none');
}
