import { cacheCard, cachedCard } from '../../../cache/last-views';
import { cacheScannedCard } from '../../../cache/scanned-card';
import type { CardView } from '../../../contracts/card';
import { cityHotline } from '../../../contracts/limits';
import { refreshAppearance } from '../../../page/appearance';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { routes, tabs } from '../../../routes';
import * as cards from '../../../services/card';
import { ensureSession } from '../../../session/ensure-session';
import { renewedLine } from '../text/card';
import { openCard, placeLabelOf, type OpenCard } from '../views/card';

interface Data extends PageData<'renewed' | 'unknown'> {
  card: OpenCard | null;
  /** Of the community that gave out a new card, or the city's hotline. */
  phone: string;
  hotline: string;
  line: string;
}

const data: Data = { ...loadingPage(), card: null, phone: '', hotline: cityHotline, line: '' };

function shown(view: CardView): Partial<Data> {
  if (view.state === 'open') return { phase: 'ready', card: openCard(view) };
  if (view.state === 'renewed') return { phase: 'renewed', phone: view.officePhone, line: renewedLine(view) };
  return { phase: 'unknown', phone: view.hotline };
}

const tokenOf = (page: PageWithParameters): string => parameters(page)['scene'] ?? '';

interface CardPage extends PageWithParameters {
  readonly data: Data;
  setData(change: Partial<Data>): void;
}

const scanned = record({
  async read(page: CardPage) {
    const token = tokenOf(page);
    const reply = await cards.get(token);
    if (reply.ok && reply.data.state === 'open') {
      cacheScannedCard({ token, placeLabel: placeLabelOf(reply.data) });
      cacheCard(token, reply.data);
    }
    return reply;
  },
  draw: shown,
  /** A scan shows whom to call first; who scanned it is asked after that. */
  async afterLoad(page) {
    await ensureSession();
    refreshAppearance(page);
  },
});

/** What a card's QR opens: `?scene=<token>`, without anybody logging in. */
Page({
  data,
  ...scanned,
  /** A card that this phone opened before stands there at once: to call somebody needs no network. */
  onLoad() {
    const cached = cachedCard(tokenOf(this));
    if (cached) this.setData(shown(cached));
    void this.load();
  },
  order() {
    wx.navigateTo({ url: routes.newOrder(tokenOf(this)) });
  },
  progress() {
    wx.switchTab({ url: tabs.orders });
  },
  home() {
    wx.switchTab({ url: tabs.home });
  },
  onShareAppMessage() {
    return { title: this.data.card?.place ?? '', path: routes.card(tokenOf(this)) };
  },
});
