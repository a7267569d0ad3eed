import { alertNeeds, type AlertNeed } from '../../../contracts/alert';
import { cityHotline } from '../../../contracts/limits';
import { groupedPhone } from '../../../contracts/written-phone';
import { refreshAppearance } from '../../../page/appearance';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { knownCall, readCall, type Call } from '../../../session/place-call';
import { record } from '../../../page/record';
import { routes } from '../../../routes';
import * as alerts from '../../../services/alert';
import { currentHat } from '../../../session/session';
import { callText } from '../../../text/card/call';
import { numbersFor, tellingLine, tellNote, toldLine, untoldBy } from '../text/need';

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

interface NeedPage extends PageWithParameters {
  readonly data: Data;
  setData(change: Partial<Data>): void;
}

const contact = record({
  async read(page: NeedPage) {
    const reply = await readCall(tokenOf(page));
    if (!reply.ok) return reply;
    const found = reply.data;
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
    const known = knownCall(tokenOf(this));
    this.setData({ ...ofNeed(needOf(this)), ...(known && { phase: 'ready', contact: contactOf(known) }) });
    void this.load();
  },
  onShow() {
    refreshAppearance(this);
  },
  async tell() {
    this.setData({ told: tellingLine });
    const token = tokenOf(this);
    const reply = await alerts.raise(needOf(this), token === '' ? {} : { token });
    this.setData({ told: reply.ok ? toldLine(reply.data) : untoldBy(reply.code) });
  },
  order() {
    wx.redirectTo({ url: routes.newOrder(tokenOf(this)) });
  },
});
