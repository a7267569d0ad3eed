import type { Emitted } from '../../../page/events';
import { callResident, recordVisit } from '../page/household-actions';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import type { ReasonInput } from '../../../services/moves';
import { nowMs } from '../../../services/platform/clock';
import * as visits from '../services/visit';
import { recordedLine, visitSheet } from '../text/visits';
import type { SheetContent } from '../../../text/sheet';
import { householdCard, type HouseholdCard } from '../views/household-card';

interface Data extends ListData<HouseholdCard>, SheetData<SheetContent> {
  sheetProblem: string;
}

const data: Data = { ...loadingList(), ...closedSheet, sheet: visitSheet, sheetProblem: '' };

const households = pagedList({
  read: (_page, cursor) => visits.listHouseholds(cursor),
  draw: (answer) => ({ lines: answer.households.map((view) => householdCard(view, nowMs())) }),
  refreshOnShow: true,
});

/** The households that somebody looks after: people who live alone first, then by the day that is due. */
Page({
  data,
  ...households,
  ...sheetHandlers,
  /** What the open sheet is about. */
  placeId: '',
  open({ detail: { placeId } }: Emitted<{ placeId: string }>) {
    wx.navigateTo({ url: routes.household(placeId) });
  },
  call({ detail: { placeId, personId } }: Emitted<{ placeId: string; personId: string }>) {
    return callResident(placeId, personId);
  },
  askVisit({ detail: { placeId } }: Emitted<{ placeId: string }>) {
    this.placeId = placeId;
    this.setData({ sheetVisible: true, sheetProblem: '' });
  },
  async record({ detail }: Emitted<ReasonInput>) {
    const reply = await this.submitSheet(() => recordVisit(this.placeId, detail));
    if (!reply.ok) return;
    showToast(recordedLine);
    await this.goTo('here');
  },
});
