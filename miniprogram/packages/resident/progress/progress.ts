import { limits } from '../../../contracts/limits';
import type { Reply } from '../../../contracts/error';
import { ratingTags, type OrderAction, type OrderView } from '../../../contracts/order';
import { isSimpleMove, move, type Said } from '../../../services/moves';
import * as messages from '../../../services/message';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { look, refreshLook, type Look } from '../../../session/look';
import { refusal } from '../../../text/errors';
import { tagChoices, type Choice } from '../../../text/orders';
import { failed, type Phase } from '../../../text/phase';
import { newsPromised, noStars, progress, type Progress } from '../../../text/progress';
import { sheetFor, type Sheet } from '../../../text/sheets';

interface Data {
  look: Look;
  phase: Phase;
  problem: string;
  order: Progress | null;
  stars: number;
  tags: readonly string[];
  tagChoices: readonly Choice[];
  words: string;
  wordsMost: number;
  busy: boolean;
  sheet: Sheet | null;
  asking: boolean;
}

const data: Data = {
  look: look(), phase: 'loading', problem: '', order: null, stars: 0, tags: [], tagChoices: tagChoices(ratingTags), words: '', wordsMost: limits.reasonWords,
  busy: false, sheet: null, asking: false,
};

const shown = (view: OrderView): Partial<Data> => ({ phase: 'ready', problem: '', order: progress(view, nowMs()) });

/** The promise, the way so far, and at the end the resident's word. */
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
    this.setData(reply.ok ? shown(reply.data) : failed(reply.code));
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async tell() {
    if (await messages.offerNews(['order-news'])) wx.showToast({ title: newsPromised, icon: 'none', duration: 3000 });
  },
  /** What a move answered: the order as it stands now, or why not. */
  answer(reply: Reply<OrderView>) {
    this.setData(reply.ok ? { ...shown(reply.data), busy: false, asking: false } : { busy: false, problem: refusal(reply.code) });
  },
  rate(event: WechatMiniprogram.CustomEvent<{ stars: number }>) {
    this.setData({ stars: event.detail.stars, problem: '' });
  },
  chooseTags(event: WechatMiniprogram.CustomEvent<{ values: string[] }>) {
    this.setData({ tags: event.detail.values.slice(0, limits.ratingTags) });
  },
  write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: event.detail.value });
  },
  async confirm() {
    const { order, stars, tags, words } = this.data;
    if (order === null) return;
    if (stars === 0) {
      this.setData({ problem: noStars });
      return;
    }
    this.setData({ busy: true, problem: '' });
    const said = words.trim() === '' ? {} : { words: words.trim() };
    this.answer(await orders.confirm(order, { stars, tags: ratingTags.filter((tag) => tags.includes(tag)), ...said }));
  },
  ask(event: WechatMiniprogram.TouchEvent<Record<string, never>, Record<string, never>, { action: OrderAction }>) {
    this.setData({ sheet: sheetFor(event.currentTarget.dataset.action) ?? null, asking: true, problem: '' });
  },
  leaveSheet() {
    this.setData({ asking: false });
  },
  async decided(event: WechatMiniprogram.CustomEvent<Said>) {
    const { order, sheet } = this.data;
    if (order === null || sheet === null || !isSimpleMove(sheet.action)) return;
    this.setData({ busy: true, problem: '' });
    this.answer(await move(sheet.action, order, event.detail));
  },
});
