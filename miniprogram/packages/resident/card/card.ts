import type { CardView } from '../../../contracts/card';
import { cityHotline } from '../../../contracts/limits';
import * as cards from '../../../services/card';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { keepCard } from '../../../cache/scanned-card';
import { keepOpenCard, keptOpenCard } from '../../../cache/last-views';
import { told } from '../../../session/ensure-session';
import { openCard, renewedLine, type OpenCard } from '../../../views/card/card';
import { unread, type Phase } from '../../../page/phase';

interface Data {
  look: Look;
  phase: Phase | 'renewed' | 'unknown';
  problem: string;
  stale: string;
  card: OpenCard | null;
  /** Of the community that gave out a new card, or the city's hotline. */
  phone: string;
  hotline: string;
  line: string;
}

const data: Data = {
  look: look(),
  phase: 'loading',
  problem: '',
  stale: '',
  card: null,
  phone: '',
  hotline: cityHotline,
  line: '',
};

function shown(view: CardView): Partial<Data> {
  if (view.state === 'open') return { phase: 'ready', stale: '', card: openCard(view) };
  if (view.state === 'renewed') return { phase: 'renewed', phone: view.officePhone, line: renewedLine(view) };
  return { phase: 'unknown', phone: view.hotline };
}

/** What a card's QR opens: `?scene=<token>`, without anybody logging in. */
Page({
  data,
  /** A card that this phone opened before stands there at once: to call somebody needs no network. */
  onLoad() {
    const kept = keptOpenCard(this.token());
    if (kept) this.setData(shown(kept));
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
    if (reply.ok && reply.data.state === 'open') {
      keepCard({ token, place: openCard(reply.data).spot });
      keepOpenCard(token, reply.data);
    }
    this.setData(reply.ok ? shown(reply.data) : unread(this.data.phase === 'ready', reply.code));
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
    return {
      title: this.data.card?.place ?? '',
      path: `/packages/resident/card/card?scene=${encodeURIComponent(this.token())}`,
    };
  },
});
