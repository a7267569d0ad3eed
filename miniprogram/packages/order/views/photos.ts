/** Photos of an order as they are shown. */
import type { OrderView, PhotoView } from '../../../contracts/order';
import { photoNote } from '../text/photos';

export interface ShownPhoto {
  readonly fileId: string;
  readonly url: string;
  /** Stands where it may not be shown. */
  readonly instead: string;
}

/** Whether the reader may black out a part of one of an order's photos, or a text of their own. */
export function mayRedact(order: OrderView): boolean {
  return redactable(order).length > 0 || (order.ownTexts ?? []).length > 0;
}

/** Those photos, the requester's first. */
export function redactable({ photos, evidence, helpers = [] }: OrderView): readonly ShownPhoto[] {
  const done = [...(evidence?.photos ?? []), ...helpers.flatMap((one) => one.evidence?.photos ?? [])];
  const all = [...photos, ...done].filter((photo) => photo.mayRedact && photo.url !== undefined);
  return all.filter(({ fileId }, index) => all.findIndex((one) => one.fileId === fileId) === index).map(shownPhoto);
}

export function shownPhoto(photo: PhotoView): ShownPhoto {
  return {
    fileId: photo.fileId,
    url: photo.url ?? '',
    instead: photoNote(photo),
  };
}
