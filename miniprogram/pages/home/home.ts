import { cachedHome, cacheHome } from '../../cache/last-views';
import { cachedScannedCard } from '../../cache/scanned-card';
import type { Output } from '../../contracts/api';
import { cityHotline } from '../../contracts/limits';
import type { AlertNeed, AlertOutcome } from '../../contracts/alert';
import type { OrderAction } from '../../contracts/order';
import { appearance, refreshAppearance } from '../../page/appearance';
import type { Chosen, Emitted, Tapped } from '../../page/events';
import { orderRoute } from '../../page/order-route';
import { callResident, recordVisit } from '../../page/household-actions';
import { loadingPage, type PageData } from '../../page/page-data';
import { record } from '../../page/record';
import { requestList } from '../../page/requested-list';
import { showToast } from '../../page/toast';
import { deskRoutes, routes, tabs } from '../../routes';
import * as alerts from '../../services/alert';
import * as homes from '../../services/home';
import { move, type ReasonInput } from '../../services/moves';
import type { OrderRef } from '../../services/order';
import * as people from '../../services/person';
import { nowMs } from '../../services/platform/clock';
import { redeems } from '../../session/hat-groups';
import { saveSession, session } from '../../session/session';
import { refusal } from '../../text/errors';
import { alertSettledLine } from '../../text/alert/alerts';
import { notScanned } from '../../text/home/home';
import { moveResult } from '../../text/order/results';
import { sheetFor } from '../../text/order/sheets';
import type { SheetContent } from '../../text/sheet';
import { scannedUrl } from '../../page/scanned-url';
import { recordedLine, visitSheet } from '../../text/person/visits';
import { homeView, noHome, type HomeView } from './view';

interface Data extends PageData, HomeView {
  choosing: boolean;
  busyHat: string;
  busyOrder: string;
  busyVisit: boolean;
  busyAlert: string;
  sheet: SheetContent | null;
  sheetVisible: boolean;
  sheetProblem: string;
  /** Where the card scanned last belongs to. */
  placeLabel: string;
  cityHotline: string;
}

const data: Data = {
  ...loadingPage(),
  ...noHome,
  choosing: false,
  busyHat: '',
  busyOrder: '',
  busyVisit: false,
  busyAlert: '',
  sheet: null,
  sheetVisible: false,
  sheetProblem: '',
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
  isCurrent: ({ hat }) => hat === session().hat,
  afterLoad: (page) => colourStatusBar(page.data.head.red),
});

type OrderEvent = Emitted<OrderRef & { action?: OrderAction | '' }>;
type HouseholdEvent = Emitted<{ placeId: string; personId: string }>;
const noOrderAsked: OrderRef = { orderId: '', version: 0 };

/** The first screen: what this hat has to do now. */
Page({
  data,
  ...home,
  hat: '',
  /** The order that the open sheet is about. */
  asked: noOrderAsked,
  /** The household that it is about instead; '' for an order. */
  placeId: '',
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
  async accept({ detail: { orderId, version } }: OrderEvent) {
    this.setData({ busyOrder: orderId });
    const reply = await move('accept', { orderId, version });
    if (reply.ok) {
      this.setData({ busyOrder: '' });
      wx.navigateTo({ url: orderRoute(orderId), success: () => showToast(moveResult('accept')) });
    } else {
      showToast(refusal(reply.code));
      await this.load({ busyOrder: '' });
    }
  },
  decline({ detail: { orderId, version } }: OrderEvent) {
    this.asked = { orderId, version };
    this.placeId = '';
    this.setData({ sheet: sheetFor('decline') ?? null, sheetVisible: true, sheetProblem: '' });
  },
  async submitReason(event: Emitted<ReasonInput>) {
    if (this.placeId !== '') return this.record(event.detail);
    this.setData({ busyOrder: this.asked.orderId });
    const reply = await move('decline', this.asked, event.detail);
    if (reply.ok) {
      await this.load({ busyOrder: '', sheetVisible: false });
      showToast(moveResult('decline'));
    } else this.setData({ busyOrder: '', sheetProblem: refusal(reply.code) });
  },
  askVisit({ detail: { placeId } }: HouseholdEvent) {
    this.placeId = placeId;
    this.setData({ sheet: visitSheet, sheetVisible: true, sheetProblem: '' });
  },
  async record(said: ReasonInput) {
    this.setData({ busyVisit: true });
    const reply = await recordVisit(this.placeId, said);
    if (reply.ok) {
      await this.load({ busyVisit: false, sheetVisible: false });
      showToast(recordedLine);
    } else this.setData({ busyVisit: false, sheetProblem: refusal(reply.code) });
  },
  callResident({ detail: { placeId, personId } }: HouseholdEvent) {
    return callResident(placeId, personId);
  },
  openHousehold({ detail: { placeId } }: HouseholdEvent) {
    wx.navigateTo({ url: routes.household(placeId) });
  },
  openHouseholds() {
    wx.navigateTo({ url: routes.households });
  },
  openMoves() {
    wx.navigateTo({ url: routes.moves });
  },

  openNeed({ detail: { need } }: Emitted<{ need: AlertNeed }>) {
    wx.navigateTo({ url: routes.need(need) });
  },
  openNewsByPhone() {
    wx.navigateTo({ url: routes.newsByPhone });
  },
  openAlerts() {
    wx.navigateTo({ url: routes.alerts });
  },
  async settleAlert({ detail: { alertId, outcome } }: Emitted<{ alertId: string; outcome: AlertOutcome }>) {
    this.setData({ busyAlert: alertId });
    const reply = await alerts.settle(alertId, outcome);
    if (reply.ok) await this.load({ busyAlert: '' });
    else this.setData({ busyAlert: '' });
    showToast(reply.ok ? alertSettledLine : refusal(reply.code));
  },
  newOrder() {
    wx.navigateTo({ url: routes.newOrder() });
  },
  progress() {
    wx.switchTab({ url: tabs.orders });
  },
  openCounter(event: Chosen) {
    this.openList(event.detail.value);
  },
  openDeskList({ detail: { list } }: Emitted<{ list: string }>) {
    const url = deskRoutes[list];
    if (url === undefined) this.openList(list);
    else wx.navigateTo({ url });
  },
  openList(list: string) {
    requestList(list);
    wx.switchTab({ url: tabs.orders });
  },
  openWishes() {
    wx.navigateTo({ url: routes.wishes });
  },
  openActivity(event: Emitted<{ activityId: string }>) {
    wx.navigateTo({ url: routes.activity(event.detail.activityId) });
  },
  openActivities() {
    wx.navigateTo({ url: routes.activities });
  },
  openAlarms() {
    wx.navigateTo({ url: routes.alarms });
  },
  openNeeds() {
    wx.navigateTo({ url: routes.needs });
  },
  openWithheld() {
    wx.navigateTo({ url: routes.withheld() });
  },
  openSearch() {
    wx.navigateTo({ url: routes.search() });
  },
  openReversals() {
    wx.navigateTo({ url: routes.reversals });
  },
  openBook() {
    wx.switchTab({ url: tabs.passbook });
  },
  openBooks() {
    wx.navigateTo({ url: routes.books });
  },
  openStations() {
    wx.navigateTo({ url: routes.stations });
  },
  openGap() {
    wx.navigateTo({ url: routes.gap });
  },
  openSigns() {
    wx.navigateTo({ url: routes.signs });
  },
  openShortcut(event: Tapped<{ url: string }>) {
    wx.navigateTo({ url: event.currentTarget.dataset.url });
  },
  openCards() {
    wx.navigateTo({ url: routes.cards });
  },
  openRewards() {
    wx.navigateTo({ url: redeems() ? routes.rewards : routes.stock });
  },
  openIntake() {
    wx.navigateTo({ url: routes.intake });
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
