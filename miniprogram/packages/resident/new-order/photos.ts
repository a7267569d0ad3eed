/** The photos of a new order: they are uploaded as soon as they are chosen. Spread into the page. */
import { limits } from '../../../contracts/limits';
import type { Emitted } from '../../../page/events';
import { previewPhotos } from '../../../page/preview-photos';
import { choosePhotos, uploadPhoto } from '../../../services/platform/files';
import type { PickedPhoto } from '../../../views/order/picked-photo';
import { cacheDraft, type Draft } from './draft';
import { photoViews } from './view';

export interface PhotoData {
  photos: readonly PickedPhoto[];
}

interface PhotoPage {
  data: PhotoData;
  draft: Draft;
  /** Paths on their way. */
  uploading: readonly string[];
  setData(change: object): void;
  change(part: Partial<Draft>): void;
  photoData(): PhotoData;
  upload(path: string): Promise<void>;
  uploadMissing(): Promise<boolean>;
}

const nothing: readonly string[] = [];

export const photoHandlers = {
  uploading: nothing,
  photoData(this: PhotoPage): PhotoData {
    return { photos: photoViews(this.draft.photos, this.uploading) };
  },
  /** Of a draft from before: its photos are shown from this phone, and those that never got away are uploaded now. */
  async restorePhotos(this: PhotoPage): Promise<void> {
    if (this.draft.photos.length > 0) this.setData(this.photoData());
    await this.uploadMissing();
  },
  async addPhotos(this: PhotoPage): Promise<void> {
    const paths = await choosePhotos(limits.photos - this.draft.photos.length);
    this.change({ photos: [...this.draft.photos, ...paths.map((path) => ({ path, fileId: '' }))] });
    await Promise.all(paths.map((path) => this.upload(path)));
  },
  async upload(this: PhotoPage, path: string): Promise<void> {
    this.uploading = [...this.uploading, path];
    this.setData(this.photoData());
    const fileId = (await uploadPhoto(path)) ?? '';
    this.uploading = this.uploading.filter((other) => other !== path);
    const photos = this.draft.photos.map((photo) => (photo.path === path ? { path, fileId } : photo));
    this.draft = { ...this.draft, photos };
    cacheDraft(this.draft);
    this.setData(this.photoData());
  },
  /** Whether all photos are in the cloud now. */
  async uploadMissing(this: PhotoPage): Promise<boolean> {
    const missing = this.draft.photos.filter(({ fileId }) => fileId === '');
    await Promise.all(missing.map(({ path }) => this.upload(path)));
    return this.draft.photos.every(({ fileId }) => fileId !== '');
  },
  removePhoto(this: PhotoPage, event: Emitted<{ index: number }>): void {
    this.change({ photos: this.draft.photos.filter((_photo, index) => index !== event.detail.index) });
    this.setData(this.photoData());
  },
  retryPhoto(this: PhotoPage, event: Emitted<{ index: number }>): void {
    const photo = this.draft.photos[event.detail.index];
    if (photo !== undefined) void this.upload(photo.path);
  },
  seePhoto(this: PhotoPage, event: Emitted<{ index: number }>): void {
    previewPhotos(this.data.photos, event.detail.index);
  },
};
