import { enrol } from './enrolment-scenario';
import type { BenchEnvironment } from './environment';
import { exportList } from './export-scenario';
import { importList } from './import-scenario';
import { changeMentor, helpMembers, makeBranch } from './mentor-scenario';
import type { Measurements } from './measurements';
import { decideRules, keepCards, keepPlaces } from './place-scenario';
import { showWorker } from './portrait-scenario';
import { moderateOrders } from './moderation-scenario';
import { reviewMonth } from './review-scenario';
import { redeemRewards } from './reward-scenario';
import { endOrdersEarly, writeBesideOrders } from './scenario';
import { triageOrders } from './triage-scenario';
import { setUp } from './setup-scenario';
import { useStations } from './station-scenario';
import { visitHouseholds } from './visit-scenario';
import { workOnOrders } from './work-scenario';

/** What is played once, after the rounds of reading and of an order that is completed. */
export async function playOthers(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  for (const play of [
    endOrdersEarly,
    triageOrders,
    workOnOrders,
    moderateOrders,
    writeBesideOrders,
    useStations,
    redeemRewards,
    visitHouseholds,
    keepCards,
    enrol,
    showWorker,
    changeMentor,
    reviewMonth,
    helpMembers,
    makeBranch,
    importList,
    exportList,
    keepPlaces,
    decideRules,
    setUp,
  ])
    await play(environment, measurements);
}
