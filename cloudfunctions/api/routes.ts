import type { ExportApi } from '../../miniprogram/contracts/export';
import type { FileApi } from '../../miniprogram/contracts/file';
import type { ImportApi } from '../../miniprogram/contracts/import';
import type { Caller } from '../core/access/caller';
import { accessEndpoints } from '../core/access/endpoints';
import { activityEndpoints } from '../core/activity/endpoints';
import { alertEndpoints } from '../core/alert/endpoints';
import { complaintEndpoints } from '../core/complaint/endpoints';
import { branchEndpoints } from '../core/branch/endpoints';
import { briefEndpoints } from '../core/brief/endpoints';
import { cardEndpoints } from '../core/card/endpoints';
import { findingEndpoints } from '../core/finding/endpoints';
import { enrolmentEndpoints } from '../core/enrolment/endpoints';
import { homeEndpoints } from '../core/home/endpoints';
import { messageEndpoints } from '../core/message/endpoints';
import { orderEndpoints } from '../core/order/endpoints';
import { passbookEndpoints } from '../core/passbook/endpoints';
import { personEndpoints } from '../core/person/endpoints';
import { placeEndpoints, postEndpoints } from '../core/place/endpoints';
import { policyEndpoints } from '../core/policy/endpoints';
import { privacyEndpoints } from '../core/privacy/endpoints';
import { registrationEndpoints } from '../core/registration/endpoints';
import { recognitionEndpoints } from '../core/recognition/endpoints';
import { residenceEndpoints } from '../core/residence/endpoints';
import { reviewEndpoints } from '../core/review/endpoints';
import { rewardEndpoints } from '../core/reward/endpoints';
import { setupEndpoints } from '../core/setup/endpoints';
import { siteEndpoints } from '../core/site/endpoints';
import { stationEndpoints } from '../core/station/endpoints';
import { employerEndpoints } from '../core/employer/endpoints';
import { helpEndpoints } from '../core/help/endpoints';
import { mentorEndpoints } from '../core/mentor/endpoints';
import { teamEndpoints } from '../core/team/endpoints';
import { visitEndpoints } from '../core/visit/endpoints';
import type { Routes } from '../core/platform/endpoint';

/** Every endpoint of the contract but those of function `files`: one that is missing or misspelt does not compile. */
export const routes = {
  ...accessEndpoints,
  ...activityEndpoints,
  ...alertEndpoints,
  ...complaintEndpoints,
  ...branchEndpoints,
  ...briefEndpoints,
  ...cardEndpoints,
  ...homeEndpoints,
  ...messageEndpoints,
  ...orderEndpoints,
  ...passbookEndpoints,
  ...personEndpoints,
  ...placeEndpoints,
  ...postEndpoints,
  ...findingEndpoints,
  ...policyEndpoints,
  ...privacyEndpoints,
  ...registrationEndpoints,
  ...recognitionEndpoints,
  ...reviewEndpoints,
  ...rewardEndpoints,
  ...setupEndpoints,
  ...stationEndpoints,
  ...employerEndpoints,
  ...helpEndpoints,
  ...mentorEndpoints,
  ...teamEndpoints,
  ...siteEndpoints,
  ...enrolmentEndpoints,
  ...visitEndpoints,
  ...residenceEndpoints,
} satisfies Omit<Routes<Caller>, keyof ExportApi | keyof FileApi | keyof ImportApi>;
