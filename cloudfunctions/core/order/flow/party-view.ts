import type { OrderView, PartyView, PhotoView } from '../../../../miniprogram/contracts/order';
import { maskedPhone, wholePhone } from '../../person/phone';
import type { Evidence, Party, StoredPhoto } from '../document/order';

/** Links by file id, of the photos that may be shown. */
export type PhotoUrls = ReadonlyMap<string, string>;

/**
 * `whole`: the parties of an order in hand know each other's number. Staff (`others`) see it masked, and may ask for
 * it.
 */
export function partyView(party: Party, whole: boolean, { others }: { readonly others: boolean }): PartyView {
  const { name, phone } = party;
  return { name, phone: whole ? wholePhone(party) : maskedPhone(phone), mayCall: whole || others };
}

export function photoView({ fileId, state }: StoredPhoto, urls: PhotoUrls): PhotoView {
  const url = state === 'shown' ? urls.get(fileId) : undefined;
  return url === undefined ? { fileId, state } : { fileId, state, url };
}

/** What somebody brought as proof that it is done. */
export function evidenceView({ kind, photos, note }: Evidence, urls: PhotoUrls): NonNullable<OrderView['evidence']> {
  return { kind, photos: photos.map((photo) => photoView(photo, urls)), ...(note !== null && { note }) };
}
