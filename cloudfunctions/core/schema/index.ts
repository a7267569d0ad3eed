import { accessCollections } from '../access/schema';
import { activityCollections } from '../activity/schema';
import { alertCollections } from '../alert/schema';
import { branchCollections } from '../branch/schema';
import { complaintCollections } from '../complaint/schema';
import { cardCollections } from '../card/schema';
import { employerCollections } from '../employer/schema';
import { enrolmentCollections } from '../enrolment/schema';
import { exportCollections } from '../export/schema';
import { fileCollections } from '../file/schema';
import { findingCollections } from '../finding/schema';
import { helpCollections } from '../help/schema';
import { importCollections } from '../import/schema';
import { jobCollections } from '../job/schema';
import { orderCollections } from '../order/schema';
import { passbookCollections } from '../passbook/schema';
import { personCollections } from '../person/schema';
import { photoCollections } from '../photo/schema';
import { placeCollections } from '../place/schema';
import { policyCollections } from '../policy/schema';
import { registrationCollections } from '../registration/schema';
import { recognitionCollections } from '../recognition/schema';
import { residenceCollections } from '../residence/schema';
import { reviewCollections } from '../review/schema';
import { rewardCollections } from '../reward/schema';
import { setupCollections } from '../setup/schema';
import { siteCollections } from '../site/schema';
import { quotaCollections } from '../quota/schema';
import { stationCollections } from '../station/schema';
import { projectionCollections } from '../projection/schema';
import { statisticsCollections } from '../statistics/schema';
import { visitCollections } from '../visit/schema';
import { functionRules } from './function-rules';
import { storageRule } from './storage-rule';
import { collectionPlan, withOwnForms, type Manifest } from './types';

export type { CollectionPlan, IndexPlan, Manifest, TimerPlan } from './types';

/**
 * Every collection, index, security rule and timer, as data: the local cloud and the deploy script create the same from
 * it.
 */
export const manifest: Manifest = {
  collections: [
    ...placeCollections,
    ...policyCollections,
    ...personCollections,
    ...accessCollections,
    ...registrationCollections,
    ...cardCollections,
    ...fileCollections,
    ...findingCollections,
    ...passbookCollections,
    ...activityCollections,
    ...orderCollections,
    ...alertCollections,
    ...complaintCollections,
    ...photoCollections,
    ...statisticsCollections,
    ...jobCollections,
    ...projectionCollections,
    ...quotaCollections,
    ...setupCollections,
    ...reviewCollections,
    ...recognitionCollections,
    ...rewardCollections,
    ...stationCollections,
    ...siteCollections,
    ...importCollections,
    ...branchCollections,
    ...helpCollections,
    ...employerCollections,
    ...enrolmentCollections,
    ...exportCollections,
    ...visitCollections,
    ...residenceCollections,
    withOwnForms(collectionPlan('forms')),
  ],
  timers: [{ function: 'jobs', name: 'every-ten-minutes', cron: '0 */10 * * * * *' }],
  functionRules,
  storageRule,
};

/** The collections whose documents carry a form, with the steps to it. */
export const collectionForms = manifest.collections.flatMap(({ name, form, migrations = [] }) =>
  form === undefined ? [] : [{ name, form, migrations }],
);

/** What a new document of each collection is stamped with. */
export const newForms: ReadonlyMap<string, number> = new Map(collectionForms.map(({ name, form }) => [name, form]));
