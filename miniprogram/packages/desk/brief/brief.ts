import type { Chosen } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { printHandlers, type PrintData } from '../../../page/printing';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as briefs from '../services/brief';
import * as prints from '../../../services/print';
import { copiedLine } from '../text/brief';
import { brief, type Brief } from '../views/brief';

interface Data extends PageData, PrintData {
  brief: Brief | null;
}

const data: Data = { ...loadingPage(), brief: null, printing: '' };

const month = record({
  read: (page: { readonly month: string }) => briefs.getMonth(page.month),
  draw: (view): Partial<Data> => ({ brief: brief(view) }),
});

/** The community's month: figures that each open their list, and the brief in words and on paper. */
Page({
  data,
  ...month,
  ...printHandlers,
  /** Chosen on the page; '' for this one. */
  month: '',
  async chooseMonth(event: Chosen) {
    const chosen = this.data.brief?.months[Number(event.detail.value)];
    if (!chosen) return;
    this.month = chosen.value;
    await this.load();
    // the month that stands there is the one that is read again, should the other not have come
    this.month = this.data.brief?.month ?? '';
  },
  /** The orders that a figure counts. */
  openFigure(event: { currentTarget: { dataset: { figure: string } } }) {
    const shown = this.data.brief;
    if (shown)
      wx.navigateTo({ url: routes.search({ month: shown.month, figure: event.currentTarget.dataset.figure }) });
  },
  openGrid(event: { currentTarget: { dataset: { key: string } } }) {
    const shown = this.data.brief;
    const { key } = event.currentTarget.dataset;
    if (shown && key !== '')
      wx.navigateTo({ url: routes.search({ month: shown.month, figure: 'created', placeId: key }) });
  },
  openCategory(event: { currentTarget: { dataset: { key: string } } }) {
    const shown = this.data.brief;
    const { key } = event.currentTarget.dataset;
    if (shown && key !== '')
      wx.navigateTo({ url: routes.search({ month: shown.month, figure: 'created', category: key }) });
  },
  openActivities() {
    wx.navigateTo({ url: routes.activities });
  },
  openBooks() {
    wx.navigateTo({ url: routes.books });
  },
  print() {
    const { brief: shown } = this.data;
    return shown === null ? undefined : this.openPrint('brief', prints.brief(shown.month));
  },
  copy() {
    const { brief: shown } = this.data;
    if (shown === null) return;
    wx.setClipboardData({ data: shown.words.join('\n'), success: () => showToast(copiedLine) });
  },
});
