/** Photos of an order: those somebody picks, and those that are shown. */
import type { PhotoView } from '../../contracts/order';
import { photoNote } from '../../text/order/photos';

/** `url` is what can be seen now. `ready`: nothing more to do for it now; `failed`: waits for another try. */
export interface PickedPhoto {
  readonly url: string;
  readonly state: 'ready' | 'uploading' | 'failed';
}

export interface ShownPhoto {
  readonly fileId: string;
  readonly url: string;
  /** Stands where it may not be shown. */
  readonly instead: string;
}

export function shownPhoto(photo: PhotoView): ShownPhoto {
  return {
    fileId: photo.fileId,
    url: photo.url ?? '',
    instead: photoNote(photo),
  };
}
