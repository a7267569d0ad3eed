import type { SiteSummary } from '../../../contracts/site';
import type { Tapped } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { routes } from '../../../routes';
import * as sites from '../services/site';
import { tradeName } from '../text/sites';

type Row = SiteSummary & { readonly trade: string };

const data: ListData<Row> = loadingList();

const listed = pagedList({
  read: (_page, cursor) => sites.list(cursor),
  draw: (answer) => ({ lines: answer.sites.map((site) => ({ ...site, trade: tradeName(site.kind) })) }),
});

/**
 * The sites of couriers: one of them is chosen to see what is near it (event channel: `chosen`), or opened, where the
 * page was reached by itself.
 */
Page({
  data,
  ...listed,
  choose(event: Tapped<{ index: number }>) {
    const site = this.data.lines[event.currentTarget.dataset.index];
    if (!site) return;
    if (getCurrentPages().length > 1 && this.isAsked()) {
      this.getOpenerEventChannel?.().emit?.('chosen', { name: site.name, gcj02: site.gcj02 });
      wx.navigateBack();
    } else wx.navigateTo({ url: routes.site(site.siteId) });
  },
  /** The map asked for a point; from elsewhere a site is opened. */
  isAsked(): boolean {
    const pages = getCurrentPages();
    return pages[pages.length - 2]?.route === routes.stations.slice(1);
  },
});
