import type { OrderView, PartyView, PhotoView } from '../../../../miniprogram/contracts/order';
import { maskedPhone, wholePhone } from '../../person/phone';
import { marksOf, tellApart } from '../../person/rules/namesakes';
import type { Evidence, Party, StoredPhoto } from '../document/order';
import { evidencePart, photoPart } from '../rules/public-parts';

/** Links by file id, of the photos that may be shown. */
export type PhotoUrls = ReadonlyMap<string, string>;

/** What a reader may read of an order's parts, by name and author; and links to its photos. */
export interface PartReader {
  reads(part: string, authorId?: string): boolean;
  /** They wrote or showed it themselves, or are staff who read the order. */
  mayChange(authorId: string): boolean;
  readonly urls: PhotoUrls;
}

/**
 * `whole`: the parties of an order in hand know each other's number. Staff (`others`) see it masked, and may ask for
 * it.
 */
export function partyView(party: Party, whole: boolean, { others }: { readonly others: boolean }): PartyView {
  const { name, phone } = party;
  return { name, phone: whole ? wholePhone(party) : maskedPhone(phone), mayCall: whole || others };
}

/** A photo that its reader may see, with its link once it passed the check. */
export function photoView({ fileId, state }: StoredPhoto, urls: PhotoUrls): PhotoView {
  const url = state === 'shown' ? urls.get(fileId) : undefined;
  return url === undefined ? { fileId, state } : { fileId, state, url };
}

/** The same for photos of which some may be withheld from the reader. */
export function photoViews(photos: readonly StoredPhoto[], authorId: string, parts: PartReader): readonly PhotoView[] {
  return photos.map((photo) =>
    parts.reads(photoPart(photo.fileId), authorId)
      ? {
          ...photoView(photo, parts.urls),
          ...(photo.state === 'shown' && parts.mayChange(authorId) && { mayRedact: true }),
        }
      : { fileId: photo.fileId, state: 'hidden' },
  );
}

/** What somebody brought as proof that it is done. */
export function evidenceView(
  { kind, photos, note }: Evidence,
  authorId: string,
  parts: PartReader,
): NonNullable<OrderView['evidence']> {
  return {
    kind,
    photos: photoViews(photos, authorId, parts),
    ...(note !== null && parts.reads(evidencePart(authorId), authorId) && { note }),
  };
}

/** Who is asked, and what tells two of one name apart: who sends them is told so already (`order.suggest`). */
export function offeredView(open: readonly Party[]): Pick<OrderView, 'offeredNames' | 'offeredPhoneEnds'> {
  const apart = tellApart(
    open.map(({ personId, name, phone }) => ({ personId, name, ...marksOf({ phone }) })),
    'phoneEnd',
  );
  const ends = open.map(({ personId }) => apart(personId).phoneEnd ?? '');
  return {
    offeredNames: open.map(({ name }) => name),
    ...(ends.some((end) => end !== '') && { offeredPhoneEnds: ends }),
  };
}
