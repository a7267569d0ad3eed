import type { Reply } from '../../../contracts/error';
import { orderCategories, visitTimes, type OrderView } from '../../../contracts/order';
import { limits } from '../../../contracts/limits';
import type { PickedPhoto } from '../../../components/form/photo-picker/photo-picker';
import * as orders from '../../../services/order';
import * as people from '../../../services/person';
import { nowMs } from '../../../services/platform/clock';
import { choosePhotos, photoUrls, uploadPhoto } from '../../../services/platform/files';
import { isOffline } from '../../../services/platform/network';
import { keptCard } from '../../../cache/scanned-card';
import { keptHome, keptOpenCard } from '../../../cache/last-views';
import { tell } from '../../../page/toast';
import { look, refreshLook, type Look } from '../../../page/appearance';
import { isUntold, remembered, session } from '../../../session/session';
import { told } from '../../../session/ensure-session';
import { callText } from '../../../views/card/card';
import { movedLine, submittedLine } from '../../../text/order/results';
import { afterJoining, againLine, keptLine, missing, similar, type Similar } from '../../../text/order/new-order';
import { dropDraft, emptyDraft, keepDraft, keptDraft, type Draft } from './draft';
import { draftView, handedIn, lacking, photoViews, whyNot, type DraftView } from './view';

interface Data extends DraftView {
  look: Look;
  photos: readonly PickedPhoto[];
  most: number;
  wordsMost: number;
  similar: Similar | null;
  /** Whom to call in an emergency, as far as this phone knows already. */
  worker: { readonly phone: string; readonly text: string } | null;
  busy: boolean;
  problem: string;
  askingPhone: boolean;
  phoneProblem: string;
}

type Chosen = WechatMiniprogram.CustomEvent<{ value: string }>;
type Indexed = WechatMiniprogram.CustomEvent<{ index: number }>;
interface Introduced {
  readonly phone?: string;
  readonly phoneCode?: string;
  readonly name?: string;
}

const data: Data = {
  look: look(),
  ...draftView(emptyDraft(), false, '', nowMs()),
  photos: [],
  most: limits.photos,
  wordsMost: limits.orderWords,
  similar: null,
  worker: null,
  busy: false,
  problem: '',
  askingPhone: false,
  phoneProblem: '',
};

const nothing: readonly string[] = [];
const nowhere: Readonly<Record<string, string>> = {};

/** Asks for help: chosen by touch, said in her own words, kept until it is handed in. */
Page({
  data,
  draft: emptyDraft(),
  /** What the phone number was asked for: to join, or to hand in. */
  joining: false,
  allCategories: false,
  /** Paths on their way, and addresses of what has arrived. */
  sending: nothing,
  urls: nowhere,

  async onLoad() {
    this.draft = keptDraft();
    this.setData({ ...this.drawn(), ...this.drawnPhotos(), worker: this.toCall() });
    void this.recall();
    if (!isUntold()) return;
    await told();
    this.setData(this.drawn());
  },
  onShow() {
    refreshLook(this);
  },
  token(): string {
    return decodeURIComponent(this.options['token'] ?? '') || (this.livesHere() ? '' : (keptCard()?.token ?? ''));
  },
  /** A resident's order goes to where she lives, unless a card says where. */
  livesHere(): boolean {
    return session().hats.some((worn) => worn.hat === 'resident');
  },
  cardSpot(): string {
    const kept = keptCard();
    if (kept !== undefined && kept.token === this.token()) return kept.place;
    return session().hats.find((worn) => worn.hat === 'resident')?.placeName ?? '';
  },
  toCall(): Data['worker'] {
    const home = keptHome(session())?.body;
    const call = keptOpenCard(this.token())?.call ?? (home?.for === 'resident' ? home.call : undefined);
    return call === undefined ? null : { phone: call.phone, text: callText(call) };
  },
  drawn(): DraftView {
    return draftView(this.draft, this.allCategories, this.cardSpot(), nowMs());
  },
  drawnPhotos(): { photos: PickedPhoto[] } {
    return { photos: photoViews(this.draft.photos, this.sending, this.urls) };
  },
  change(part: Partial<Draft>) {
    this.draft = { ...this.draft, ...part };
    keepDraft(this.draft);
    this.setData({ ...this.drawn(), problem: '' });
  },

  /** A draft from before: its pictures are shown from the cloud, and those that never got there are sent again. */
  async recall() {
    const { photos, category } = this.draft;
    const fileIds = photos.map((photo) => photo.fileId).filter((fileId) => fileId !== '');
    const urls = await photoUrls(fileIds);
    this.urls = Object.fromEntries(fileIds.map((fileId, index) => [fileId, urls[index] ?? '']));
    if (photos.length > 0) this.setData(this.drawnPhotos());
    await Promise.all(photos.filter((photo) => photo.fileId === '').map((photo) => this.send(photo.path)));
    if (category !== '') void this.findSimilar();
  },

  chooseCategory(event: Chosen) {
    const category = orderCategories.find((one) => one === event.detail.value);
    if (category === undefined) return;
    this.change({ category });
    void this.findSimilar();
  },
  allCategoriesToo() {
    this.allCategories = true;
    this.setData(this.drawn());
  },
  write(event: Chosen) {
    this.change({ words: event.detail.value });
  },
  chooseTime(event: Chosen) {
    const when = visitTimes.find((one) => one === event.detail.value);
    if (when !== undefined) this.change({ when });
  },
  keepSecret(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.change({ private: event.detail.value });
  },
  elsewhere() {
    const token = this.token();
    const query = `?own=${encodeURIComponent(this.cardSpot())}${token === '' ? '' : `&token=${encodeURIComponent(token)}`}`;
    const chosen = (place: { placeId: string; spot: string }): void => {
      this.change(place);
      void this.findSimilar();
    };
    wx.navigateTo({ url: `/packages/resident/place/place${query}`, events: { chosen } });
  },
  async findSimilar() {
    const { category, placeId, words } = this.draft;
    const token = this.token();
    if (category === '') return;
    const reply = await orders.similar(category, {
      ...(words.trim() !== '' && { words }),
      ...(placeId !== '' ? { placeId } : token !== '' ? { token } : {}),
    });
    if (category !== this.draft.category) return;
    const found = reply.ok ? reply.data.order : undefined;
    this.setData({ similar: found === undefined ? null : similar(found, nowMs()) });
  },

  async addPhotos() {
    const paths = await choosePhotos(limits.photos - this.draft.photos.length);
    this.change({ photos: [...this.draft.photos, ...paths.map((path) => ({ path, fileId: '' }))] });
    await Promise.all(paths.map((path) => this.send(path)));
  },
  async send(path: string) {
    this.sending = [...this.sending, path];
    this.setData(this.drawnPhotos());
    const fileId = await uploadPhoto(path);
    this.sending = this.sending.filter((other) => other !== path);
    this.draft = {
      ...this.draft,
      photos: this.draft.photos.map((photo) => (photo.path === path ? { path, fileId: fileId ?? '' } : photo)),
    };
    keepDraft(this.draft);
    this.setData(this.drawnPhotos());
  },
  removePhoto(event: Indexed) {
    this.change({ photos: this.draft.photos.filter((_photo, index) => index !== event.detail.index) });
    this.setData(this.drawnPhotos());
  },
  sendAgain(event: Indexed) {
    const photo = this.draft.photos[event.detail.index];
    if (photo !== undefined) void this.send(photo.path);
  },
  seePhoto(event: Indexed) {
    const urls = this.data.photos.map((photo) => photo.url);
    wx.previewImage({ urls, current: urls[event.detail.index] ?? '' });
  },

  submit() {
    const problem = lacking(this.draft, this.draft.placeId !== '' || this.token() !== '' || this.livesHere());
    if (problem !== '') this.setData({ problem });
    else if (this.nameless()) this.askPhone(false);
    else void this.handIn();
  },
  async handIn() {
    this.setData({ busy: true, problem: '' });
    await Promise.all(this.draft.photos.filter((photo) => photo.fileId === '').map((photo) => this.send(photo.path)));
    if (this.draft.photos.some((photo) => photo.fileId === '')) {
      this.setData({ busy: false, problem: (await isOffline()) ? keptLine : missing.photo });
      return;
    }
    const input = handedIn(this.draft, this.token(), nowMs());
    if (input === undefined) return;
    const reply = await orders.create(input);
    this.answer(reply, false);
  },
  async join() {
    const found = this.data.similar;
    if (found === null) return;
    if (this.nameless()) {
      this.askPhone(true);
      return;
    }
    this.setData({ busy: true, problem: '' });
    this.answer(await orders.join(found), true);
  },
  /** Connected again: pictures go on their way, and the sentence no longer says that they cannot. */
  online() {
    if (this.data.problem === keptLine) this.setData({ problem: againLine });
    for (const photo of this.draft.photos)
      if (photo.fileId === '' && !this.sending.includes(photo.path)) void this.send(photo.path);
    void this.findSimilar();
  },
  answer(reply: Reply<OrderView>, joining: boolean) {
    if (reply.ok) void (joining ? this.joined(reply.data.orderId) : this.leaveFor(reply.data.orderId, submittedLine));
    else if (reply.code === 'NETWORK') this.setData({ busy: false, problem: keptLine });
    else if (reply.code === 'PHONE_NEEDED' || reply.code === 'NOT_SIGNED_IN') this.askPhone(joining);
    else this.setData({ busy: false, problem: whyNot(reply) });
  },
  /** Nobody can be called back yet. */
  nameless(): boolean {
    return session().phone === undefined;
  },
  askPhone(joining: boolean) {
    this.joining = joining;
    this.setData({ busy: false, askingPhone: true, phoneProblem: '' });
  },
  /** Her own words were not handed in: they go only when she says so. */
  async joined(orderId: string) {
    const hasWritten = this.draft.words.trim() !== '' || this.draft.photos.length > 0;
    const { confirm: unwanted } = hasWritten ? await wx.showModal(afterJoining) : { confirm: true };
    this.leaveFor(orderId, movedLine('join'), !unwanted);
  },
  leaveFor(orderId: string, line: string, keeping = false) {
    if (!keeping) dropDraft();
    this.draft = keeping ? this.draft : emptyDraft();
    wx.redirectTo({
      url: `/packages/resident/progress/progress?orderId=${encodeURIComponent(orderId)}`,
      success: () => tell(line),
    });
  },

  /** Asked once, with its purpose; after it the order is handed in. */
  async introduce(event: WechatMiniprogram.CustomEvent<Introduced>) {
    const token = this.token();
    this.setData({ busy: true, phoneProblem: '' });
    const reply = remembered(await people.introduce({ ...event.detail, ...(token === '' ? {} : { token }) }));
    if (!reply.ok) {
      const misspelt = reply.field === 'name' ? missing.callName : missing.phone;
      this.setData({ busy: false, phoneProblem: reply.code === 'INVALID_INPUT' ? misspelt : whyNot(reply) });
      return;
    }
    this.setData({ askingPhone: false });
    void (this.joining ? this.join() : this.handIn());
  },
  leavePhone() {
    this.setData({ askingPhone: false });
  },
});
