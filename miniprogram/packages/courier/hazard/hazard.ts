import { limits } from '../../../contracts/limits';
import { isAnotherMatter } from '../../../page/ask-similar';
import { appearance, refreshAppearance, type Appearance } from '../../../page/appearance';
import type { Chosen, Emitted } from '../../../page/events';
import { parameters } from '../../../page/parameters';
import { previewPhotos } from '../../../page/preview-photos';
import { submitTo } from '../../../page/submit';
import { goBackWithToast } from '../../../page/toast';
import { routes } from '../../../routes';
import * as orders from '../../../services/order';
import { choosePhotos, uploadPhoto } from '../../../services/platform/files';
import { newRequestId } from '../../../services/platform/random';
import * as sites from '../services/site';
import type { PickedPhoto } from '../../../views/order/picked-photo';
import { hazardMissing, hazardSent, hazardWords } from '../text/sites';

interface Data {
  appearance: Appearance;
  photos: readonly PickedPhoto[];
  maxPhotos: number;
  maxWords: number;
  words: string;
  placeLabel: string;
  problem: string;
  busy: boolean;
}

const data: Data = {
  appearance: appearance(),
  photos: [],
  maxPhotos: limits.photos,
  maxWords: limits.orderWords,
  words: '',
  placeLabel: '',
  problem: '',
  busy: false,
};

/** A hazard on the road, photo first, on one screen; it becomes an order where the courier's site is, or elsewhere. */
Page({
  data,
  placeId: '',
  fileIds: new Map<string, string>(),
  /** The same report submitted twice is one order. */
  requestId: newRequestId(),
  async onLoad() {
    this.fileIds = new Map();
    this.requestId = newRequestId();
    const { siteId } = parameters(this);
    const reply = siteId === undefined ? undefined : await sites.get(siteId);
    if (!reply?.ok || this.placeId !== '') return;
    this.placeId = reply.data.placeId;
    this.setData({ placeLabel: reply.data.name });
  },
  onShow() {
    refreshAppearance(this);
  },
  async addPhoto() {
    const paths = await choosePhotos(limits.photos - this.data.photos.length);
    this.setData({ photos: [...this.data.photos, ...paths.map((url) => ({ url, state: 'uploading' as const }))] });
    await Promise.all(paths.map((path) => this.upload(path)));
  },
  async upload(path: string) {
    this.setPhoto(path, 'uploading');
    const fileId = await uploadPhoto(path);
    if (fileId !== undefined) this.fileIds.set(path, fileId);
    this.setPhoto(path, fileId === undefined ? 'failed' : 'ready');
  },
  setPhoto(path: string, state: PickedPhoto['state']) {
    this.setData({ problem: '', photos: this.data.photos.map((one) => (one.url === path ? { ...one, state } : one)) });
  },
  removePhoto(event: Emitted<{ index: number }>) {
    this.setData({ photos: this.data.photos.filter((_, index) => index !== event.detail.index) });
  },
  retryPhoto(event: Emitted<{ index: number }>) {
    const photo = this.data.photos[event.detail.index];
    return photo ? this.upload(photo.url) : undefined;
  },
  seePhoto(event: Emitted<{ index: number }>) {
    previewPhotos(this.data.photos, event.detail.index);
  },
  writeWords(event: Chosen) {
    this.setData({ words: event.detail.value });
  },
  choosePlace() {
    const chosen = ({ placeId, placeLabel }: { placeId: string; placeLabel: string }): void => {
      this.placeId = placeId;
      this.setData({ placeLabel, problem: '' });
    };
    wx.navigateTo({ url: routes.choosePlace(), events: { chosen } });
  },
  async submit() {
    const { photos } = this.data;
    if (photos.length === 0) this.setData({ problem: hazardMissing.photo });
    else if (this.placeId === '') this.setData({ problem: hazardMissing.place });
    else if (photos.some(({ state }) => state !== 'ready')) this.setData({ problem: hazardMissing.uploading });
    else await this.report();
  },
  /** Looks for an open report of the same first; pictures alone say little, and the reader says whether it is. */
  async report() {
    const words = this.data.words.trim();
    const { placeId, requestId } = this;
    this.setData({ busy: true, problem: '' });
    if (!(await isAnotherMatter({ category: 'hazard', ...(words !== '' && { words }), placeId }))) {
      this.setData({ busy: false });
      return;
    }
    const fileIds = this.data.photos.flatMap(({ url }) => this.fileIds.get(url) ?? []);
    const order = { category: 'hazard', words: words || hazardWords, when: 'any' } as const;
    const reply = await submitTo(this, 'problem', () => orders.create({ ...order, fileIds, placeId, requestId }));
    if (reply.ok) goBackWithToast(hazardSent);
  },
});
