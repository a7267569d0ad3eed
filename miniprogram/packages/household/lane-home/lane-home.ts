import type { HomeBody } from '../../../contracts/home';
import type { Chosen, Emitted } from '../../../page/events';
import { requestList } from '../../../page/requested-list';
import { showToast } from '../../../page/toast';
import { routes, tabs } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import { nowMs } from '../../../services/platform/clock';
import { refusal } from '../../../text/errors';
import type { SheetContent } from '../../../text/sheet';
import { queueCounters, type Counter } from '../../../views/order/counters';
import { callResident, recordVisit } from '../page/household-actions';
import { recordedLine, visitSheet } from '../text/visits';
import { householdCard, type HouseholdCard } from '../views/household-card';

interface Data {
  counters: readonly Counter[];
  /** Those to be visited first in front. */
  households: readonly HouseholdCard[];
  hasMoreHouseholds: boolean;
  sheet: SheetContent;
  sheetVisible: boolean;
  sheetProblem: string;
  busy: boolean;
  /** The household that the open sheet is about. */
  placeId: string;
}

const noBody: Partial<HomeBody> = {};
const data: Data = {
  counters: [],
  households: [],
  hasMoreHouseholds: false,
  sheet: visitSheet,
  sheetVisible: false,
  sheetProblem: '',
  busy: false,
  placeId: '',
};

type HouseholdEvent = Emitted<{ placeId: string; personId: string }>;

/** A lane chief's first screen: the queue's counts, and households. Event: `changed`, when it is to be read again. */
Component({
  properties: { body: { type: Object, value: noBody } },
  data,
  observers: {
    body(body: HomeBody) {
      if (body.for !== 'lane') return;
      const households = body.households.map((household) => householdCard(household, nowMs()));
      this.setData({ counters: queueCounters(body), households, hasMoreHouseholds: body.hasMore });
    },
  },
  methods: {
    openCounter(event: Chosen) {
      requestList(event.detail.value);
      wx.switchTab({ url: tabs.orders });
    },
    openHousehold({ detail: { placeId } }: HouseholdEvent) {
      wx.navigateTo({ url: routes.household(placeId) });
    },
    openHouseholds() {
      wx.navigateTo({ url: routes.households });
    },
    callResident({ detail: { placeId, personId } }: HouseholdEvent) {
      return callResident(placeId, personId);
    },
    askVisit({ detail: { placeId } }: HouseholdEvent) {
      this.setData({ placeId, sheetVisible: true, sheetProblem: '' });
    },
    async record({ detail }: Emitted<ReasonInput>) {
      this.setData({ busy: true });
      const reply = await recordVisit(this.data.placeId, detail);
      if (!reply.ok) {
        this.setData({ busy: false, sheetProblem: refusal(reply.code) });
        return;
      }
      this.setData({ busy: false, sheetVisible: false });
      showToast(recordedLine);
      this.triggerEvent('changed');
    },
    leaveSheet() {
      this.setData({ sheetVisible: false });
    },
  },
});
