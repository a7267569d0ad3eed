import type { SiteView } from '../../../contracts/site';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as sites from '../services/site';
import { refusalOf } from '../../../text/errors';
import { linkLine, registered, tradeName } from '../text/sites';

interface Data extends PageData {
  site: (SiteView & { readonly trade: string }) | null;
  /** That the reader is registered here; '' where they are not. */
  link: string;
  busy: boolean;
}

const data: Data = { ...loadingPage(), site: null, link: '', busy: false };

const idOf = (page: PageWithParameters): string => parameters(page)['siteId'] ?? '';

function shown(site: SiteView): Partial<Data> {
  return {
    site: { ...site, trade: tradeName(site.kind) },
    link: site.mine === undefined ? '' : linkLine(site.mine.expiresAt),
  };
}

const read = record({
  read: (page: PageWithParameters) => sites.get(idOf(page)),
  draw: shown,
});

/** A site of couriers: whose it is, whom to call, and what is done there. */
Page({
  data,
  ...read,
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
  openRecords() {
    wx.navigateTo({ url: routes.siteRecords(idOf(this)) });
  },
});
