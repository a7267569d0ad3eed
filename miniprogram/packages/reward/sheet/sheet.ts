import type { Chosen } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { printHandlers, type PrintData } from '../../../page/printing';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import * as prints from '../../../services/print';
import * as rewards from '../services/reward';
import { copiedLine } from '../text/sheet';
import { sheet, type Sheet } from '../views/sheet';

interface Data extends PageData, PrintData {
  sheet: Sheet | null;
}

const data: Data = { ...loadingPage(), sheet: null, printing: '' };

const month = record({
  read: (page: { readonly month: string }) => rewards.getSheet(page.month),
  draw: (view): Partial<Data> => ({ sheet: sheet(view) }),
});

/** The month of courtyard points as everybody may read it, on the screen and on paper. */
Page({
  data,
  ...month,
  ...printHandlers,
  /** Chosen on the page; '' for this one. */
  month: '',
  async chooseMonth(event: Chosen) {
    this.month = event.detail.value;
    await this.load();
    // the month that stands there is the one that is read again, should the other not have come
    this.month = this.data.sheet?.month ?? '';
  },
  print() {
    const { sheet: shown } = this.data;
    return shown === null ? undefined : this.openPrint('sheet', prints.rewardSheet(shown.month));
  },
  copy() {
    const { sheet: shown } = this.data;
    if (shown === null) return;
    wx.setClipboardData({ data: shown.plain, success: () => showToast(copiedLine) });
  },
});
