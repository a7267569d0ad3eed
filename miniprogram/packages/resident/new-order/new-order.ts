import { cacheCategories, cachedCategories } from '../../../cache/categories';
import { cachedScannedCard } from '../../../cache/scanned-card';
import { limits } from '../../../contracts/limits';
import { visitTimes, type OrderView } from '../../../contracts/order';
import { appearance, refreshAppearance, type Appearance } from '../../../page/appearance';
import type { Chosen, Emitted } from '../../../page/events';
import { parameters } from '../../../page/parameters';
import { knownCall, readCall, type Call } from '../../../session/place-call';
import { submitTo, type Refused, type Sent } from '../../../page/submit';
import { showToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as alerts from '../../../services/alert';
import * as orders from '../../../services/order';
import * as policies from '../../../services/policy';
import * as people from '../../../services/person';
import { nowMs } from '../../../services/platform/clock';
import { isOffline } from '../../../services/platform/network';
import { askConsent } from '../../../services/platform/privacy';
import { ensureSession } from '../../../session/ensure-session';
import { isSessionUnknown, session, withSessionSaved } from '../../../session/session';
import { callText } from '../../../text/card/call';
import { createdResult, moveResult } from '../../../text/order/results';
import { consentNeeded } from '../text/consent';
import { tellingLine, toldLine, untoldBy } from '../text/need';
import { afterJoining, missing, onlineAgainLine, savedLine } from '../text/new-order';
import { productCategories } from '../../../views/order/offered-choices';
import { cachedDraft, cacheDraft, clearDraft, emptyDraft, type Draft } from './draft';
import { photoHandlers, type PhotoData } from './photos';
import {
  chosenCategory,
  draftView,
  missingOf,
  orderInput,
  placeInput,
  newOrderRefusal,
  similarOrder,
  type DraftView,
  type SimilarOrder,
} from './view';

interface Data extends DraftView, PhotoData {
  appearance: Appearance;
  maxPhotos: number;
  maxWords: number;
  similar: SimilarOrder | null;
  /** Whom to call in an emergency, as far as this phone knows already. */
  worker: { readonly phone: string; readonly text: string } | null;
  /** Whether they were told, too, who is called. */
  told: string;
  busy: boolean;
  problem: string;
  askingPhone: boolean;
  sheetProblem: string;
}

const data: Data = {
  appearance: appearance(),
  ...draftView(emptyDraft(), { categories: productCategories, isAll: false, placeLabel: '', nowMs: nowMs() }),
  photos: [],
  maxPhotos: limits.photos,
  maxWords: limits.orderWords,
  similar: null,
  worker: null,
  told: '',
  busy: false,
  problem: '',
  askingPhone: false,
  sheetProblem: '',
};

const workerOf = (known: Call | undefined): Data['worker'] =>
  known === undefined ? null : { phone: known.call.phone, text: callText(known.call) };

/** The resident's hat, which says where she lives. */
const home = () => session().hats.find(({ hat }) => hat === 'resident');

/** Asks for help: chosen by touch, in her own words, saved on the phone until it is submitted. */
Page({
  data,
  ...photoHandlers,
  draft: emptyDraft(),
  /** What the phone number was asked for: to join, or to submit. */
  joining: false,
  showsAllCategories: false,
  categories: productCategories,

  async onLoad() {
    this.draft = cachedDraft();
    this.categories = cachedCategories() ?? productCategories;
    this.setData({
      ...this.draftData(),
      ...this.photoData(),
      worker: workerOf(knownCall(this.token()) ?? knownCall('')),
    });
    void this.restore();
    void this.readCategories();
    if (isSessionUnknown()) {
      await ensureSession();
      this.setData(this.draftData());
    }
    void this.findWorker();
  },
  onShow() {
    refreshAppearance(this);
  },
  async restore() {
    await this.restorePhotos();
    await this.findSimilar();
  },
  /** What the community offers now; drawn anew only where it is something else. */
  async readCategories() {
    const reply = await policies.listOffered(this.token());
    if (!reply.ok || JSON.stringify(reply.data.categories) === JSON.stringify(this.categories)) return;
    const before = this.draftData();
    this.categories = reply.data.categories;
    cacheCategories(this.categories);
    const now = this.draftData();
    if (JSON.stringify(now) !== JSON.stringify(before)) this.setData(now);
  },
  /** Of the card that places the order; a resident's goes to where she lives, unless a card was just scanned for it. */
  token(): string {
    const { token = '' } = parameters(this);
    return token || (home() ? '' : (cachedScannedCard()?.token ?? ''));
  },
  defaultPlaceLabel(): string {
    const card = cachedScannedCard();
    return card !== undefined && card.token === this.token() ? card.placeLabel : (home()?.placeName ?? '');
  },
  /** Of an emergency: whom to call, which this phone need not know before. */
  async findWorker() {
    if (this.data.worker !== null || !this.data.isEmergency) return;
    const reply = await readCall(this.token());
    if (reply.ok && reply.data) this.setData({ worker: workerOf(reply.data) });
  },
  draftData(): DraftView {
    const { categories, showsAllCategories: isAll } = this;
    return draftView(this.draft, { categories, isAll, placeLabel: this.defaultPlaceLabel(), nowMs: nowMs() });
  },
  change(part: Partial<Draft>) {
    this.draft = { ...this.draft, ...part };
    cacheDraft(this.draft);
    this.setData({ ...this.draftData(), problem: '' });
  },

  async tell() {
    this.setData({ told: tellingLine });
    const reply = await alerts.raise('urgent', placeInput(this.draft, this.token()));
    this.setData({ told: reply.ok ? toldLine(reply.data) : untoldBy(reply.code) });
  },
  chooseCategory(event: Chosen) {
    this.change({ category: event.detail.value });
    void this.findWorker();
    void this.findSimilar();
  },
  showAllCategories() {
    this.showsAllCategories = true;
    this.setData(this.draftData());
  },
  writeWords(event: Chosen) {
    this.change({ words: event.detail.value });
  },
  chooseTime(event: Chosen) {
    const when = visitTimes.find((one) => one === event.detail.value);
    if (when !== undefined) this.change({ when });
  },
  setPrivate(event: Chosen<boolean>) {
    this.change({ private: event.detail.value });
  },
  choosePlace() {
    const token = this.token();
    const chosen = (place: { placeId: string; placeLabel: string }): void => {
      this.change(place);
      void this.findSimilar();
    };
    const url = routes.choosePlace({ own: this.defaultPlaceLabel(), ...(token !== '' && { token }) });
    wx.navigateTo({ url, events: { chosen } });
  },
  /** Nobody in an emergency is asked whether a neighbour's order is enough. */
  async findSimilar() {
    const { category, words } = this.draft;
    if (category === '' || this.data.isEmergency) return this.showSimilar(null);
    const place = placeInput(this.draft, this.token());
    const reply = await orders.findSimilar(category, { ...(words.trim() !== '' && { words }), ...place });
    if (category !== this.draft.category) return;
    const found = reply.ok ? reply.data.order : undefined;
    this.showSimilar(found === undefined ? null : similarOrder(found, nowMs()));
  },
  showSimilar(similar: SimilarOrder | null) {
    if (similar !== null || this.data.similar !== null) this.setData({ similar });
  },
  /** Photos go on their way, and the sentence no longer says that they cannot. */
  online() {
    if (this.data.problem === savedLine) this.setData({ problem: onlineAgainLine });
    for (const { fileId, path } of this.draft.photos)
      if (fileId === '' && !this.uploading.includes(path)) void this.upload(path);
    void this.findSimilar();
  },

  submit() {
    const hasPlace = this.draft.placeId !== '' || this.token() !== '' || home() !== undefined;
    const problem = missingOf(this.draft, chosenCategory(this.draft, this.categories), hasPlace);
    if (problem !== '') this.setData({ problem });
    else if (session().phone === undefined) this.askPhone(false);
    else void this.create();
  },
  async create() {
    await this.submitOrder(false, async () => {
      if (!(await this.uploadMissing())) return { ok: false, problem: (await isOffline()) ? savedLine : missing.photo };
      const category = chosenCategory(this.draft, this.categories);
      if (category === undefined) return { ok: false, problem: missing.category };
      return orders.create(orderInput(this.draft, category, this.token(), nowMs()));
    });
  },
  openSimilar() {
    if (this.data.similar !== null) wx.navigateTo({ url: routes.progress(this.data.similar.orderId) });
  },
  async join() {
    const { similar } = this.data;
    if (similar === null) return;
    if (session().phone === undefined) this.askPhone(true);
    else await this.submitOrder(true, () => orders.join(similar));
  },
  async submitOrder(joining: boolean, write: () => Promise<Sent<OrderView>>) {
    const reply = await submitTo(this, 'problem', write, { refuse: (refused) => this.refuse(refused, joining) });
    if (!reply.ok) return;
    const { orderId } = reply.data;
    if (joining) await this.leaveAfterJoining(orderId);
    else this.leaveFor(orderId, createdResult);
  },
  refuse(refused: Refused, joining: boolean): Partial<Data> {
    const { code } = refused;
    if (code !== 'PHONE_NEEDED' && code !== 'NOT_SIGNED_IN')
      return { problem: code === 'NETWORK' ? savedLine : newOrderRefusal(refused) };
    this.joining = joining;
    return { askingPhone: true, sheetProblem: '' };
  },
  /** Her own words were not submitted: they go only when she says so. */
  async leaveAfterJoining(orderId: string) {
    const hasWritten = this.draft.words.trim() !== '' || this.draft.photos.length > 0;
    const { confirm: unwanted } = hasWritten ? await wx.showModal(afterJoining) : { confirm: true };
    this.leaveFor(orderId, moveResult('join'), !unwanted);
  },
  leaveFor(orderId: string, line: string, keepsDraft = false) {
    if (!keepsDraft) clearDraft();
    this.draft = keepsDraft ? this.draft : emptyDraft();
    wx.redirectTo({ url: routes.progress(orderId), success: () => showToast(line) });
  },

  /** Nobody can be called back yet. */
  askPhone(joining: boolean) {
    this.joining = joining;
    this.setData({ busy: false, askingPhone: true, sheetProblem: '' });
  },
  /** Asked once, with its purpose; after it the order is submitted. */
  async introduce({ detail }: Emitted<{ phone?: string; phoneCode?: string; name?: string }>) {
    if (detail.phone !== undefined && !(await askConsent())) return this.setData({ sheetProblem: consentNeeded });
    const token = this.token();
    const write = async () => withSessionSaved(await people.register({ ...detail, ...(token !== '' && { token }) }));
    const reply = await submitTo(this, 'sheetProblem', write, {
      draw: () => ({ askingPhone: false }),
      refuse(refused) {
        const misspelt = refused.field === 'name' ? missing.name : missing.phone;
        return { sheetProblem: refused.code === 'INVALID_INPUT' ? misspelt : newOrderRefusal(refused) };
      },
    });
    if (reply.ok) await (this.joining ? this.join() : this.create());
  },
  leavePhone() {
    this.setData({ askingPhone: false });
  },
});
