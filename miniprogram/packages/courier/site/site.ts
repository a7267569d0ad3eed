import type { SiteView } from '../../../contracts/site';
import type { Emitted } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as sites from '../../../services/site';
import { nowMs } from '../../../services/platform/clock';
import { refusalOf } from '../../../text/errors';
import { recordHandlers, type RecordData } from '../page/record-actions';
import { linkLine, registered, tradeName } from '../text/sites';
import { recordRow } from '../views/record-row';

interface Data extends PageData, RecordData {
  site: (SiteView & { readonly trade: string }) | null;
  /** That the reader is registered here; '' where they are not. */
  link: string;
  busy: boolean;
}

const data: Data = { ...loadingPage(), site: null, link: '', busy: false, records: [], busyRecord: '' };

const idOf = (page: PageWithParameters): string => parameters(page)['siteId'] ?? '';

interface SitePage extends PageWithParameters {
  setData(change: Partial<Data>): void;
}

function shown(site: SiteView): Partial<Data> {
  return {
    site: { ...site, trade: tradeName(site.kind) },
    link: site.mine === undefined ? '' : linkLine(site.mine.expiresAt),
  };
}

const read = record({
  read: (page: SitePage) => sites.get(idOf(page)),
  draw: shown,
  /** What is done here is for people with a login; others see the site without it. */
  async afterLoad(page) {
    const reply = await sites.listRecords(idOf(page));
    if (reply.ok) page.setData({ records: reply.data.records.map((one) => recordRow(one, nowMs())) });
  },
});

/** A site of couriers: whose it is, whom to call, and what is done there. */
Page({
  data,
  ...read,
  ...recordHandlers,
  async register() {
    this.setData({ busy: true });
    const reply = await sites.register(idOf(this));
    this.setData({ busy: false, ...(reply.ok && shown(reply.data)) });
    showToast(reply.ok ? registered : refusalOf(reply));
  },
  openHazard() {
    wx.navigateTo({ url: routes.hazard(idOf(this)) });
  },
  openStations() {
    wx.navigateTo({ url: routes.stations });
  },
  join(event: Emitted<{ recordId: string; join: boolean }>) {
    return this.joinRecord(event.detail.recordId, event.detail.join);
  },
  answer(event: Emitted<{ recordId: string; agree: boolean }>) {
    return this.answerCare(event.detail.recordId, event.detail.agree);
  },
});
