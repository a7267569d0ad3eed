import type { HandoverView } from '../../../contracts/reward';
import type { Emitted } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { closedSheet, sheetHandlers, type SheetData } from '../../../page/sheet';
import { showToast } from '../../../page/toast';
import type { ReasonInput } from '../../../services/moves';
import * as rewards from '../services/reward';
import type { SheetContent } from '../../../text/sheet';
import { handedOverLine, ownVoucherLine, refusedLine, refuseHandover } from '../text/stock';
import { handover, type Handover } from '../views/stock';

interface Data extends PageData, SheetData<SheetContent> {
  handover: Handover | null;
  ownVoucher: string;
  sheetProblem: string;
}

const data: Data = {
  ...loadingPage(),
  ...closedSheet,
  sheet: refuseHandover,
  sheetProblem: '',
  handover: null,
  ownVoucher: ownVoucherLine,
};

const shown = (view: HandoverView): Partial<Data> => ({ handover: handover(view) });

const found = record({
  read: (page: PageWithParameters) => rewards.find(parameters(page)['code'] ?? ''),
  draw: shown,
  isEditing: ({ data: { sheetVisible } }: PageWithParameters & { data: Data }) => sheetVisible,
});

/** Whose voucher was scanned and what it collects: seen first, then handed over. */
Page({
  data,
  ...found,
  ...sheetHandlers,
  async collect() {
    const { handover: one } = this.data;
    if (one === null) return;
    const reply = await this.submit(() => rewards.collect(one.redemptionId), { draw: shown });
    if (reply.ok) showToast(handedOverLine);
  },
  refuse() {
    this.setData({ sheetVisible: true, sheetProblem: '' });
  },
  async submitReason({ detail: { words } }: Emitted<ReasonInput>) {
    const { handover: one } = this.data;
    if (one === null) return;
    const reply = await this.submitSheet(() => rewards.refuse(one.redemptionId, words), shown);
    if (reply.ok) showToast(refusedLine);
  },
});
