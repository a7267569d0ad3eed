import type { PickedPhoto } from '../../../components/form/photo-picker/photo-picker';
import type { Reply } from '../../../contracts/error';
import { limits } from '../../../contracts/limits';
import type { EvidenceKind, OrderAction, OrderView } from '../../../contracts/order';
import { isSimpleMove, move, type Said } from '../../../services/moves';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { choosePhotos } from '../../../services/platform/files';
import { dial, type Dialled } from '../../../page/dial';
import { leaveTelling, tell } from '../../../page/toast';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { refusal } from '../../../text/errors';
import type { Choice } from '../../../text/order/names';
import { movedLine } from '../../../text/order/results';
import { unread, type Phase } from '../../../page/phase';
import { sheetFor, type Sheet } from '../../../text/order/sheets';
import { evidenceChoices, nothingLeft, work, type Work } from '../../../views/order/work';
import { lackingEvidence, makeEvidence, pathViews } from './evidence';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  stale: string;
  order: Work | null;
  busy: boolean;
  sheet: Sheet | null;
  asking: boolean;
  finishing: boolean;
  kinds: readonly Choice[];
  kind: EvidenceKind;
  photos: readonly PickedPhoto[];
  most: number;
  code: string;
  note: string;
}

const data: Data = {
  look: look(),
  phase: 'loading',
  problem: '',
  stale: '',
  order: null,
  busy: false,
  sheet: null,
  asking: false,
  finishing: false,
  kinds: evidenceChoices,
  kind: 'photo',
  photos: [],
  most: limits.photos,
  code: '',
  note: '',
};

/** Whoever goes need not be told who goes. */
function toMember(view: OrderView): Work {
  const drawn = work(view, nowMs());
  return { ...drawn, parties: drawn.parties.filter((one) => one.party === 'requester') };
}

const shown = (view: OrderView): Partial<Data> => ({
  phase: 'ready',
  problem: '',
  stale: '',
  order: toMember(view),
  busy: false,
  asking: false,
  finishing: false,
});

/** A member's order: answer it, go, and hand it in with one piece of evidence. */
Page({
  data,
  onLoad() {
    void this.load();
  },
  onShow() {
    refreshLook(this);
  },
  async load() {
    const reply = await orders.open(decodeURIComponent(this.options['orderId'] ?? ''));
    this.setData(reply.ok ? shown(reply.data) : unread(this.data.phase === 'ready', reply.code));
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  /** What somebody is about to hand in stays; the order is read again after it. */
  online() {
    if (this.data.finishing || this.data.asking) this.setData({ problem: '', stale: '' });
    else if (this.data.stale !== '') void this.load();
    else if (this.data.phase === 'failed') this.retry();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  /** Moved on meanwhile: the new state is shown under the sentence. Gone to somebody else: the sentence, and a way to other orders. */
  async answer(reply: Reply<OrderView>, action: OrderAction) {
    if (reply.ok) {
      this.setData(shown(reply.data));
      if (nothingLeft(toMember(reply.data), action)) leaveTelling(movedLine(action));
      else tell(movedLine(action));
      return;
    }
    const problem = refusal(reply.code);
    if (reply.code === 'TAKEN' || reply.code === 'NOT_OFFERED') {
      this.setData({ phase: 'empty', problem, busy: false, asking: false });
      return;
    }
    if (reply.code === 'STALE_VERSION' || reply.code === 'WRONG_STATUS') await this.load();
    this.setData({ busy: false, problem });
  },
  otherOrders() {
    wx.switchTab({ url: '/pages/orders/orders' });
  },

  act(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { action: OrderAction }>) {
    const { action } = event.currentTarget.dataset;
    const sheet = sheetFor(action);
    if (sheet !== undefined) this.setData({ sheet, asking: true, problem: '' });
    else void this.make(action, { reason: '', words: '' });
  },
  /** A captain picks one of the team; the order is read again when somebody was named. */
  nameGoer() {
    wx.navigateTo({
      url: `/packages/member/goer/goer?orderId=${this.options['orderId'] ?? ''}`,
      events: { named: () => void this.load() },
    });
  },
  leaveSheet() {
    this.setData({ asking: false });
  },
  decided(event: WechatMiniprogram.CustomEvent<Said>) {
    if (this.data.sheet !== null) void this.make(this.data.sheet.action, event.detail);
  },
  async make(action: OrderAction, said: Said) {
    const { order } = this.data;
    if (order === null || !isSimpleMove(action)) return;
    this.setData({ busy: true, problem: '' });
    await this.answer(await move(action, order, said), action);
  },

  finish() {
    this.setData({ finishing: true, problem: '' });
  },
  notYet() {
    this.setData({ finishing: false, problem: '' });
  },
  chooseKind(event: WechatMiniprogram.CustomEvent<{ value: EvidenceKind }>) {
    this.setData({ kind: event.detail.value, problem: '' });
  },
  writeCode(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ code: event.detail.value.trim() });
  },
  writeNote(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ note: event.detail.value });
  },
  async addPhotos() {
    const paths = await choosePhotos(limits.photos - this.data.photos.length);
    this.setData({ photos: [...this.data.photos, ...pathViews(paths, 'kept')], problem: '' });
  },
  removePhoto(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
    this.setData({ photos: this.data.photos.filter((_photo, index) => index !== event.detail.index) });
  },
  seePhoto(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
    const urls = this.data.photos.map((photo) => photo.url);
    wx.previewImage({ urls, current: urls[event.detail.index] ?? '' });
  },
  async complete() {
    const { order, kind, photos, code, note } = this.data;
    if (order === null) return;
    const gathered = { kind, code, note, paths: photos.map((photo) => photo.url) };
    const problem = lackingEvidence(gathered);
    if (problem !== '') {
      this.setData({ problem });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const made = await makeEvidence(gathered);
    if ('problem' in made) this.setData({ busy: false, problem: made.problem });
    else await this.answer(await orders.complete(order, { evidence: made.evidence }), 'complete');
  },

  callParty(event: WechatMiniprogram.CustomEvent<Dialled>) {
    void dial(this.data.order?.orderId ?? '', event.detail);
  },
});
