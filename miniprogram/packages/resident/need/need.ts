import { cachedCard, cachedHome } from '../../../cache/last-views';
import type { CardView } from '../../../contracts/card';
import { alertNeeds, type AlertNeed } from '../../../contracts/alert';
import type { HomeBody } from '../../../contracts/home';
import { cityHotline } from '../../../contracts/limits';
import { groupedPhone } from '../../../contracts/written-phone';
import { refreshAppearance } from '../../../page/appearance';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { routes } from '../../../routes';
import * as alerts from '../../../services/alert';
import * as cards from '../../../services/card';
import * as homes from '../../../services/home';
import { ensureSession } from '../../../session/ensure-session';
import { currentHat, session } from '../../../session/session';
import { callText } from '../../../text/card/call';
import { numbersFor, tellingLine, tellNote, toldLine, untoldBy } from '../text/need';

/** Whom a card or the first screen says to call. */
type Call = Pick<Extract<CardView, { state: 'open' }>, 'call' | 'worker'>;

interface Contact {
  readonly phone: string;
  readonly text: string;
  readonly note: string;
}

interface Data extends PageData {
  numbers: readonly { readonly number: string; readonly text: string }[];
  isIllness: boolean;
  contact: Contact;
  hotline: string;
  told: string;
}

const data: Data = {
  ...loadingPage(),
  numbers: numbersFor('urgent'),
  isIllness: false,
  contact: { phone: '', text: '', note: '' },
  hotline: cityHotline,
  told: '',
};

const needOf = (page: PageWithParameters): AlertNeed =>
  alertNeeds.find((need) => need === parameters(page)['need']) ?? 'urgent';
const ofNeed = (need: AlertNeed) => ({ numbers: numbersFor(need), isIllness: need === 'illness' });
const tokenOf = (page: PageWithParameters): string => parameters(page)['token'] ?? '';

function contactOf({ call, worker }: Call): Contact {
  const reached = {
    worker: worker?.name ?? '',
    isWorker: call.to === 'worker',
    isKnown: currentHat() !== 'anonymous',
  };
  return { phone: groupedPhone(call.phone), text: callText(call), note: tellNote(reached) };
}

const ofHome = (body: HomeBody | undefined): Call | undefined => (body?.for === 'resident' ? body : undefined);

function cached(page: PageWithParameters): Call | undefined {
  const token = tokenOf(page);
  return token === '' ? ofHome(cachedHome(session())?.body) : cachedCard(token);
}

interface NeedPage extends PageWithParameters {
  readonly data: Data;
  setData(change: Partial<Data>): void;
}

const contact = record({
  async read(page: NeedPage) {
    const token = tokenOf(page);
    // What whoever is called will see depends on who asks.
    const [reply] = await Promise.all([token === '' ? homes.get() : cards.get(token), ensureSession()]);
    if (!reply.ok) return reply;
    const found = 'body' in reply.data ? ofHome(reply.data.body) : reply.data.state === 'open' ? reply.data : undefined;
    return found
      ? { ok: true as const, data: found }
      : { ok: false as const, code: 'NOT_FOUND' as const, requestId: '' };
  },
  draw: (found: Call): Partial<Data> => ({ phase: 'ready', contact: contactOf(found) }),
});

/**
 * 急 and 病: the numbers that save lives first, then one tap that calls whoever looks after the place and tells them at
 * the same moment. What this phone knows already stands there at once: to call somebody needs no network.
 */
Page({
  data,
  ...contact,
  onLoad() {
    const known = cached(this);
    this.setData({ ...ofNeed(needOf(this)), ...(known && { phase: 'ready', contact: contactOf(known) }) });
    void this.load();
  },
  onShow() {
    refreshAppearance(this);
  },
  async tell() {
    this.setData({ told: tellingLine });
    const reply = await alerts.raise(needOf(this), tokenOf(this));
    this.setData({ told: reply.ok ? toldLine(reply.data) : untoldBy(reply.code) });
  },
  order() {
    wx.redirectTo({ url: routes.newOrder(tokenOf(this)) });
  },
});
