import type { CardView } from '../../../contracts/card';
import type { Reply } from '../../../contracts/error';
import * as cards from '../../../services/card';
import { look, refreshLook, type Look } from '../../../session/look';
import { keepCard } from '../../../session/card';
import { told } from '../../../session/told';
import { openCard, renewedLine, type OpenCard } from '../../../text/card';
import { failed, type Phase } from '../../../text/phase';

interface Data {
  look: Look;
  phase: Phase | 'renewed' | 'unknown';
  problem: string;
  card: OpenCard | null;
  /** Of the community that gave out a new card, or the city's hotline. */
  phone: string;
  line: string;
}

const data: Data = { look: look(), phase: 'loading', problem: '', card: null, phone: '', line: '' };

function shown(reply: Reply<CardView>): Partial<Data> {
  if (!reply.ok) return failed(reply.code);
  const view = reply.data;
  if (view.state === 'open') return { phase: 'ready', card: openCard(view) };
  if (view.state === 'renewed') return { phase: 'renewed', phone: view.officePhone, line: renewedLine(view) };
  return { phase: 'unknown', phone: view.hotline };
}

/** What a card's QR opens: `?scene=<token>`, without anybody logging in. */
Page({
  data,
  onLoad() {
    void this.load();
  },
  onShow() {
    refreshLook(this);
  },
  /** The QR carries it encoded. */
  token(): string {
    return decodeURIComponent(this.options['scene'] ?? '');
  },
  async load() {
    const token = this.token();
    const reply = await cards.open(token);
    const next = shown(reply);
    if (next.card) keepCard({ token, place: next.card.spot });
    this.setData(next);
    // a scan shows whom to call first; who scanned it is asked after that
    await told();
    refreshLook(this);
  },
  retry() {
    this.setData({ phase: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },
  order() {
    wx.navigateTo({ url: `/packages/resident/new-order/new-order?token=${encodeURIComponent(this.token())}` });
  },
  progress() {
    wx.switchTab({ url: '/pages/orders/orders' });
  },
  home() {
    wx.switchTab({ url: '/pages/home/home' });
  },
  onShareAppMessage() {
    return { title: this.data.card?.place ?? '', path: `/packages/resident/card/card?scene=${encodeURIComponent(this.token())}` };
  },
});
