import type { Output } from '../../contracts/api';
import { cityHotline } from '../../contracts/limits';
import type { OrderAction } from '../../contracts/order';
import { move, type Said } from '../../services/moves';
import type { OrderRef } from '../../services/order';
import * as people from '../../services/person';
import { nowMs } from '../../services/platform/clock';
import { keptCard } from '../../session/card';
import { keepHome, keptHome } from '../../session/kept';
import { wantList } from '../../session/intent';
import { tell } from '../../session/leave';
import { look, refreshLook, type Look } from '../../session/look';
import { orderPage } from '../../session/places';
import { remember, session } from '../../session/session';
import { refusal } from '../../text/errors';
import { notScanned } from '../../text/home';
import { movedLine } from '../../text/moved';
import { unread, type Phase } from '../../text/phase';
import { sheetFor, type Sheet } from '../../text/sheets';
import { homeView, noHome, type HomeView } from './view';

interface Data extends HomeView {
  look: Look;
  phase: Phase;
  problem: string;
  stale: string;
  choosing: boolean;
  busyHat: string;
  busyOrder: string;
  sheet: Sheet | null;
  asking: boolean;
  sheetProblem: string;
  /** Where the card scanned last belongs to. */
  spot: string;
  cityHotline: string;
}

const data: Data = {
  look: look(),
  phase: 'loading',
  problem: '',
  stale: '',
  ...noHome,
  choosing: false,
  busyHat: '',
  busyOrder: '',
  sheet: null,
  asking: false,
  sheetProblem: '',
  spot: '',
  cityHotline,
};
type OrderEvent = WechatMiniprogram.CustomEvent<OrderRef & { action?: OrderAction | '' }>;

const spot = (): string => keptCard()?.place ?? '';
const shown = ({ session: view, body }: Output<'home.get'>): Partial<Data> => ({
  phase: 'ready',
  stale: '',
  look: look(),
  spot: spot(),
  ...homeView(view, body, nowMs()),
});

/** The order that the open sheet is about. */
let asked: OrderRef = { orderId: '', version: 0 };

/** The first screen: what this hat has to do now. */
Page({
  data,
  /** Whose first screen stands there: of another hat it is no answer. */
  hat: '',
  /** What this phone showed last stands there at once: to call somebody needs no network. */
  onLoad() {
    const kept = keptHome(session());
    if (kept === undefined) return;
    this.hat = kept.session.hat;
    this.draw(shown(kept));
  },
  onShow() {
    refreshLook(this);
    void this.load();
  },
  async load() {
    this.draw(await this.read());
  },
  async read(): Promise<Partial<Data>> {
    const reply = await people.home();
    if (!reply.ok)
      return { spot: spot(), ...unread(this.data.phase === 'ready' && this.hat === session().hat, reply.code) };
    remember(reply.data.session);
    keepHome(reply.data);
    this.hat = session().hat;
    return shown(reply.data);
  },
  /** The bar is the page's own; the phone's clock and menu above it have to be told their ground. */
  draw(change: Partial<Data>) {
    this.setData(change);
    const { red } = this.data.head;
    wx.setNavigationBarColor({
      frontColor: red ? '#ffffff' : '#000000',
      backgroundColor: red ? '#b9161c' : '#f7f3ec',
      fail: () => undefined,
    });
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  chooseHat() {
    this.setData({ choosing: true });
  },
  leaveHats() {
    this.setData({ choosing: false });
  },
  async wear(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    this.setData({ busyHat: event.detail.key });
    const reply = await people.wear(event.detail.key);
    if (reply.ok) remember(reply.data);
    else tell(refusal(reply.code));
    this.draw({ ...(reply.ok ? await this.read() : {}), choosing: false, busyHat: '' });
  },

  openOrder(event: OrderEvent) {
    const { orderId, action } = event.detail;
    wx.navigateTo({ url: orderPage(orderId, action === 'dispatch') });
  },
  async accept(event: OrderEvent) {
    const { orderId } = event.detail;
    this.setData({ busyOrder: orderId });
    const reply = await move('accept', event.detail);
    if (!reply.ok) tell(refusal(reply.code));
    const after = reply.ok ? {} : await this.read();
    this.setData({ ...after, busyOrder: '' });
    if (reply.ok) wx.navigateTo({ url: orderPage(orderId), success: () => tell(movedLine('accept')) });
  },
  decline(event: OrderEvent) {
    asked = { orderId: event.detail.orderId, version: event.detail.version };
    this.setData({ sheet: sheetFor('decline') ?? null, asking: true, sheetProblem: '' });
  },
  leaveSheet() {
    this.setData({ asking: false });
  },
  async decided(event: WechatMiniprogram.CustomEvent<Said>) {
    this.setData({ busyOrder: asked.orderId });
    const reply = await move('decline', asked, event.detail);
    const after = reply.ok ? { ...(await this.read()), asking: false } : { sheetProblem: refusal(reply.code) };
    this.setData({ ...after, busyOrder: '' });
    if (reply.ok) tell(movedLine('decline'));
  },

  newOrder() {
    wx.navigateTo({ url: '/packages/resident/new-order/new-order' });
  },
  progress() {
    wx.switchTab({ url: '/pages/orders/orders' });
  },
  openList(event: WechatMiniprogram.CustomEvent<{ value?: string; list?: string }>) {
    const list = event.detail.value ?? event.detail.list ?? '';
    if (list === 'reversals') {
      this.openReversals();
      return;
    }
    wantList(list);
    wx.switchTab({ url: '/pages/orders/orders' });
  },
  openWishes() {
    wx.navigateTo({ url: '/packages/member/wishes/wishes' });
  },
  openActivity(event: WechatMiniprogram.CustomEvent<{ activityId: string }>) {
    wx.navigateTo({
      url: `/packages/branch/activity/activity?activityId=${encodeURIComponent(event.detail.activityId)}`,
    });
  },
  openActivities() {
    wx.navigateTo({ url: '/packages/branch/activities/activities' });
  },
  openReversals() {
    wx.navigateTo({ url: '/packages/branch/reversals/reversals' });
  },
  openBook() {
    wx.switchTab({ url: '/pages/passbook/passbook' });
  },
  openBooks() {
    wx.navigateTo({ url: '/packages/branch/books/books' });
  },
  openCards() {
    wx.navigateTo({ url: '/packages/grid/cards/cards' });
  },
  openIntake() {
    wx.navigateTo({ url: '/packages/grid/intake/intake' });
  },
  openCard() {
    wx.navigateTo({ url: `/packages/resident/card/card?scene=${encodeURIComponent(keptCard()?.token ?? '')}` });
  },
  async scan() {
    try {
      const { path } = await wx.scanCode({ scanType: ['wxCode', 'qrCode'] });
      if (path) wx.navigateTo({ url: `/${path.replace(/^\//, '')}` });
    } catch {
      tell(notScanned);
    }
  },
});
