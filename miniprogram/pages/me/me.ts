import type { SessionView } from '../../contracts/person';
import { appearance } from '../../page/appearance';
import type { Chosen, Emitted } from '../../page/events';
import { loadingPage, type PageData } from '../../page/page-data';
import { record } from '../../page/record';
import { showToast } from '../../page/toast';
import { routes, tabs } from '../../routes';
import * as messages from '../../services/message';
import * as people from '../../services/person';
import { isSessionUnknown, saveElderMode, session, withSessionSaved } from '../../session/session';
import { refusal } from '../../text/errors';
import { subscribedLine } from '../../text/message/subscriptions';
import { hatRow, type HatRow } from '../../views/person/hats';
import { me, type Me } from '../../views/person/me';

interface Data extends PageData {
  me: Me;
  hats: readonly HatRow[];
  busyHat: string;
  busyElder: boolean;
}

const data: Data = { ...loadingPage(), me: me(session()), hats: [], busyHat: '', busyElder: false };

/** Only the whole session says how often a number was revealed; `revealCount` carries it over from before. */
const shown = (view: SessionView, revealCount = view.revealCount): Partial<Data> => ({
  me: me({ ...view, ...(revealCount !== undefined && { revealCount }) }),
  hats: view.hats.map((hat) => hatRow(hat, view.hat)),
  appearance: appearance(),
});

const person = record({
  read: async () => withSessionSaved(await people.getSessionWithReveals()),
  draw: (view) => shown(view),
  fallback: () => (isSessionUnknown() ? undefined : session()),
  refreshOnShow: true,
  forAnybody: true,
});

/** Who I am, which hat I wear, how large things are, and who has seen my phone number. */
Page({
  data,
  ...person,
  /** One tap; the first screen is then that hat's. */
  async switchHat(event: Emitted<{ key: string }>) {
    const { key } = event.detail;
    const { revealCount } = session();
    if (key === session().hat) return;
    this.setData({ busyHat: key });
    const reply = withSessionSaved(await people.switchHat(key));
    this.setData({ ...(reply.ok && shown(reply.data, revealCount)), busyHat: '' });
    if (reply.ok) wx.switchTab({ url: tabs.home });
    else showToast(refusal(reply.code));
  },
  async switchElder({ detail: { value } }: Chosen<boolean>) {
    if (session().personId === undefined) {
      saveElderMode(value);
      this.setData({ appearance: appearance() });
      return;
    }
    const { revealCount } = session();
    this.setData({ busyElder: true });
    const reply = withSessionSaved(await people.saveSettings(value));
    this.setData({ ...(reply.ok && shown(reply.data, revealCount)), busyElder: false });
    if (!reply.ok) showToast(refusal(reply.code));
  },
  async subscribe() {
    if (await messages.subscribe(['offer-news', 'deadline-news', 'order-news'])) showToast(subscribedLine);
  },
  openMessages() {
    wx.navigateTo({ url: routes.messages });
  },
  openThanks() {
    wx.navigateTo({ url: routes.thanks });
  },
  openSheet() {
    wx.navigateTo({ url: routes.sheet });
  },
  openIdentity() {
    wx.navigateTo({ url: routes.identity });
  },
  openPlaces() {
    wx.navigateTo({ url: routes.places() });
  },
  openEmployers() {
    wx.navigateTo({ url: routes.employers });
  },
  openGrids() {
    wx.navigateTo({ url: routes.grids });
  },
  openPortrait() {
    wx.navigateTo({ url: routes.portrait });
  },
  openChanges() {
    wx.navigateTo({ url: routes.changes });
  },
  openPolicy() {
    wx.navigateTo({ url: routes.policy });
  },
  openTeams() {
    wx.navigateTo({ url: routes.teams });
  },
  openImports() {
    wx.navigateTo({ url: routes.imports });
  },
  openExports() {
    wx.navigateTo({ url: routes.exports });
  },
  openEnrolment() {
    wx.navigateTo({ url: routes.enrolment });
  },
  openEnrolments() {
    wx.navigateTo({ url: routes.enrolments });
  },
  openMoves() {
    wx.navigateTo({ url: routes.moves });
  },
  openStations() {
    wx.navigateTo({ url: routes.stations });
  },
  openSetup() {
    wx.navigateTo({ url: routes.setupProgress });
  },
  openRegister() {
    wx.navigateTo({ url: routes.register });
  },
  openClaim() {
    wx.navigateTo({ url: routes.setupClaim });
  },
  openKept() {
    wx.navigateTo({ url: routes.kept });
  },
  openComplaint() {
    wx.navigateTo({ url: routes.complaint });
  },
  openReveals() {
    wx.navigateTo({ url: routes.reveals });
  },
});
