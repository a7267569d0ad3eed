import { cacheCard, cachedCard } from '../../../cache/last-views';
import { cacheScannedCard } from '../../../cache/scanned-card';
import type { AlertNeed } from '../../../contracts/alert';
import type { CardView } from '../../../contracts/card';
import { readCardNumber } from '../../../contracts/card-number';
import { cityHotline } from '../../../contracts/limits';
import { groupedPhone } from '../../../contracts/written-phone';
import type { Emitted } from '../../../page/events';
import { refreshAppearance } from '../../../page/appearance';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { routes, tabs } from '../../../routes';
import * as cards from '../../../services/card';
import { ensureSession } from '../../../session/ensure-session';
import { refusal } from '../../../text/errors';
import { noSuchNumber, renewedLine, revokedLine } from '../text/card';
import { openCard, placeLabelOf, withoutPhoto, type OpenCard } from '../views/card';

interface Data extends PageData<'renewed' | 'revoked' | 'unknown'> {
  card: OpenCard | null;
  /** Of the community that gave out a new card, or the city's hotline. */
  phone: string;
  hotline: string;
  line: string;
  /** What somebody types who cannot scan, and why it is none. */
  numberProblem: string;
}

const data: Data = { ...loadingPage(), card: null, phone: '', hotline: cityHotline, line: '', numberProblem: '' };

function shown(view: CardView): Partial<Data> {
  if (view.state === 'open') return { phase: 'ready', card: openCard(view) };
  if (view.state === 'renewed')
    return { phase: 'renewed', phone: groupedPhone(view.officePhone), line: renewedLine(view) };
  if (view.state === 'revoked')
    return { phase: 'revoked', phone: groupedPhone(view.officePhone), line: revokedLine(view) };
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
      cacheCard(token, withoutPhoto(reply.data));
    }
    return reply;
  },
  draw: shown,
  forAnybody: true,
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
  number: '',
  writeNumber(event: { detail: { value: string } }) {
    this.number = event.detail.value;
  },
  /** The short number beside the code, for whoever cannot scan. */
  async findNumber() {
    const number = readCardNumber(this.number);
    const reply = number === undefined ? undefined : await cards.find(number);
    if (reply?.ok) wx.redirectTo({ url: routes.card(reply.data.token) });
    else this.setData({ numberProblem: reply?.code === 'NETWORK' ? refusal(reply.code) : noSuchNumber });
  },
  order() {
    wx.navigateTo({ url: routes.newOrder(tokenOf(this)) });
  },
  need({ detail: { need } }: Emitted<{ need: AlertNeed }>) {
    wx.navigateTo({ url: routes.need(need, tokenOf(this)) });
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
