import type { Output } from '../../../contracts/api';
import type { HouseholdView } from '../../../contracts/visit';
import { visitDaysAhead, visitDaysBack } from '../../../contracts/visit';
import type { Chosen, Emitted, Tapped } from '../../../page/events';
import { callResident, recordVisit } from '../page/household-actions';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import { nowMs } from '../../../services/platform/clock';
import * as visits from '../services/visit';
import { dayName, pickerDay } from '../../../text/dates';
import { refusalOf } from '../../../text/errors';
import { recordedLine, visitSheet } from '../text/visits';
import type { SheetContent } from '../../../text/sheet';
import { householdCard, type HouseholdCard } from '../views/household-card';
import { aloneQuestion, aloneResult, plannedResult } from '../text/household';
import { residentRow, visitRow, type ResidentRow, type VisitRow } from '../views/household-rows';

interface Data extends ListData<VisitRow>, SheetData<SheetContent> {
  household: HouseholdCard | null;
  residents: readonly ResidentRow[];
  mayRegister: boolean;
  mayRecordAlone: boolean;
  isPlanned: boolean;
  sheetProblem: string;
  /** The day of the visit that is written down next, for the picker and in words. */
  day: string;
  dayText: string;
  earliest: string;
  today: string;
  latest: string;
}

const dayMs = 86_400_000;
const daysFromNow = (days: number): string => pickerDay(nowMs() + days * dayMs);

const data: Data = {
  ...loadingList(),
  ...closedSheet,
  household: null,
  residents: [],
  mayRegister: false,
  mayRecordAlone: false,
  isPlanned: false,
  sheet: visitSheet,
  sheetProblem: '',
  day: '',
  dayText: '',
  earliest: '',
  today: '',
  latest: '',
};

const placeOf = (page: PageWithParameters): string => parameters(page)['placeId'] ?? '';

const ofHousehold = (view: HouseholdView): Partial<Data> => ({
  household: householdCard(view, nowMs()),
  residents: view.residents.map(residentRow),
  isPlanned: view.planned !== undefined,
});

const drawn = ({ household, visits: made, mayRegister, mayRecordAlone }: Output<'visit.getHousehold'>) => ({
  ...ofHousehold(household),
  ...{ mayRegister, mayRecordAlone },
  phase: 'ready' as const,
  lines: made.map(visitRow),
  day: pickerDay(nowMs()),
  dayText: dayName(pickerDay(nowMs())),
  earliest: daysFromNow(-visitDaysBack),
  today: pickerDay(nowMs()),
  latest: daysFromNow(visitDaysAhead),
});

const household = pagedList({
  read: (page: PageWithParameters, cursor) => visits.getHousehold(placeOf(page), cursor),
  draw: drawn,
  refreshOnShow: true,
});

/** One household: who lives there, when somebody goes again, and the visits that were made. */
Page({
  data,
  ...household,
  ...sheetHandlers,
  chooseDay(event: Chosen) {
    const day = event.detail.value;
    this.setData({ day, dayText: dayName(day), problem: '' });
  },
  askVisit() {
    this.setData({ sheetVisible: true, sheetProblem: '' });
  },
  async record({ detail }: Emitted<ReasonInput>) {
    const reply = await this.submitSheet(() => recordVisit(placeOf(this), detail, this.data.day));
    if (!reply.ok) return;
    showToast(recordedLine);
    await this.goTo('first');
  },
  planDay(event: Chosen) {
    return this.plan(event.detail.value);
  },
  unplan() {
    return this.plan('');
  },
  async plan(day: string) {
    const reply = await visits.plan(placeOf(this), day);
    if (reply.ok) this.setData(ofHousehold(reply.data));
    showToast(reply.ok ? plannedResult(day) : refusalOf(reply));
  },
  call(event: Tapped<{ id: string }>) {
    return callResident(placeOf(this), event.currentTarget.dataset.id);
  },
  /** What somebody said of living alone, whoever heard it. */
  async recordAlone(event: Tapped<{ id: string }>) {
    const resident = this.data.residents.find(({ personId }) => personId === event.currentTarget.dataset.id);
    if (resident === undefined) return;
    const { confirm } = await wx.showModal(aloneQuestion(resident));
    if (!confirm) return;
    const reply = await visits.recordAlone(placeOf(this), resident.personId, !resident.alone);
    if (reply.ok) this.setData(ofHousehold(reply.data));
    showToast(reply.ok ? aloneResult(!resident.alone) : refusalOf(reply));
  },
  moveOut(event: Tapped<{ id: string }>) {
    wx.navigateTo({ url: routes.registerMove(placeOf(this), event.currentTarget.dataset.id) });
  },
  moveIn() {
    wx.navigateTo({ url: routes.registerMove(placeOf(this)) });
  },
});
