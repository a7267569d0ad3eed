import { cachedHome, cacheHome } from '../../cache/last-views';
import { cachedScannedCard } from '../../cache/scanned-card';
import type { Output } from '../../contracts/api';
import { cityHotline } from '../../contracts/limits';
import type { AlertNeed } from '../../contracts/alert';
import type { OrderAction } from '../../contracts/order';
import { appearance, refreshAppearance } from '../../page/appearance';
import type { Emitted, Tapped } from '../../page/events';
import { orderRoute } from '../../page/order-route';
import { loadingPage, type PageData } from '../../page/page-data';
import { record } from '../../page/record';
import { isFetched } from '../../page/missing-package';
import { showToast } from '../../page/toast';
import { routes, tabs } from '../../routes';
import * as homes from '../../services/home';
import type { OrderRef } from '../../services/order';
import * as people from '../../services/person';
import { nowMs } from '../../services/platform/clock';
import { saveSession, session } from '../../session/session';
import { loadingRefusal, refusal } from '../../text/errors';
import { notScanned } from '../../text/home/home';
import { scannedUrl } from '../../page/scanned-url';
import { homeView, noHome, type HomeView } from './view';

interface Data extends PageData, HomeView {
  choosing: boolean;
  busyHat: string;
  /** Where the card scanned last belongs to. */
  placeLabel: string;
  cityHotline: string;
}

const data: Data = {
  ...loadingPage(),
  ...noHome,
  choosing: false,
  busyHat: '',
  placeLabel: '',
  cityHotline,
};

const placeLabel = (): string => cachedScannedCard()?.placeLabel ?? '';

const shown = ({ session: view, body }: Output<'home.get'>): Partial<Data> => ({
  appearance: appearance(),
  placeLabel: placeLabel(),
  ...homeView(view, body, nowMs()),
});

/** The bar is the page's own; the phone's clock and menu above it follow its ground. */
function colourStatusBar(red: boolean): void {
  wx.setNavigationBarColor({
    frontColor: red ? '#ffffff' : '#000000',
    backgroundColor: red ? '#b9161c' : '#f7f3ec',
    fail: () => undefined,
  });
}

interface HomePage {
  readonly data: Data;
  /** Whose first screen stands there. */
  hat: string;
}

const home = record({
  async read(page: HomePage) {
    const reply = await homes.get();
    if (!reply.ok) return reply;
    saveSession(reply.data.session);
    cacheHome(reply.data);
    page.hat = session().hat;
    return reply;
  },
  draw: shown,
  forAnybody: true,
  isCurrent: ({ hat }) => hat === session().hat,
  afterLoad: (page) => colourStatusBar(page.data.head.red),
});

type OrderEvent = Emitted<OrderRef & { action?: OrderAction | '' }>;

/** The first screen: what this hat has to do now. */
Page({
  data,
  ...home,
  hat: '',
  /** What this phone showed last stands there at once: to call somebody needs no network. */
  onLoad() {
    const cached = cachedHome(session());
    if (cached === undefined) return;
    this.hat = cached.session.hat;
    this.setData({ phase: 'ready', ...shown(cached) });
    colourStatusBar(this.data.head.red);
  },
  onShow() {
    refreshAppearance(this);
    void this.load({ placeLabel: placeLabel() });
  },

  /** Something was done on it. */
  reload() {
    return this.load();
  },
  /** The package of this hat's own could not be fetched (page/missing-package.ts). */
  contentFailed() {
    const { body } = this.data;
    if (body === null || isFetched(this.selectComponent('.content'))) return;
    this.setData({ phase: 'failed', problem: loadingRefusal('NETWORK') });
  },

  chooseHat() {
    this.setData({ choosing: true });
  },
  leaveHats() {
    this.setData({ choosing: false });
  },
  async switchHat(event: Emitted<{ key: string }>) {
    this.setData({ busyHat: event.detail.key });
    const reply = await people.switchHat(event.detail.key);
    const closed: Partial<Data> = { choosing: false, busyHat: '' };
    if (reply.ok) {
      saveSession(reply.data);
      await this.load(closed);
    } else {
      showToast(refusal(reply.code));
      this.setData(closed);
    }
  },

  openOrder({ detail: { orderId, action } }: OrderEvent) {
    wx.navigateTo({ url: orderRoute(orderId, action) });
  },
  openNeed({ detail: { need } }: Emitted<{ need: AlertNeed }>) {
    wx.navigateTo({ url: routes.need(need) });
  },
  newOrder() {
    wx.navigateTo({ url: routes.newOrder() });
  },
  progress() {
    wx.switchTab({ url: tabs.orders });
  },
  openStations() {
    wx.navigateTo({ url: routes.stations });
  },
  openShortcut(event: Tapped<{ url: string }>) {
    wx.navigateTo({ url: event.currentTarget.dataset.url });
  },
  openCard() {
    wx.navigateTo({ url: routes.card(cachedScannedCard()?.token ?? '') });
  },
  async scan() {
    try {
      const url = scannedUrl(await wx.scanCode({ scanType: ['wxCode', 'qrCode'] }));
      if (url === '') showToast(notScanned);
      else wx.navigateTo({ url });
    } catch {
      showToast(notScanned);
    }
  },
});
