import type { PublicPartView, PublicPartsView } from '../../../contracts/moderation';
import { partName } from '../../../text/order/withheld';
import { shownPhoto, type ShownPhoto } from './photos';
import { numberLine } from '../text/work';
import { appealLine, dueLine, partState } from '../text/withheld';

export interface PartRow {
  /** The order's id and the part's name: what a button is about. */
  readonly key: string;
  readonly part: string;
  readonly title: string;
  readonly text: string;
  readonly photos: readonly ShownPhoto[];
  /** '' where it may not be blacked out. */
  readonly fileId: string;
  readonly line: string;
  readonly due: string;
  readonly late: boolean;
  readonly appeal: string;
  readonly mayShow: boolean;
  readonly mayHide: boolean;
}

export interface PartsOfOrder {
  readonly orderId: string;
  readonly title: string;
  readonly number: string;
  readonly parts: readonly PartRow[];
}

export function partsOfOrder({ orderId, number, placeName, parts }: PublicPartsView): PartsOfOrder {
  return {
    orderId,
    title: placeName,
    number: numberLine({ number }),
    parts: parts.map((part) => partRow(orderId, part)),
  };
}

function partRow(orderId: string, view: PublicPartView): PartRow {
  const photo = view.photo && shownPhoto(view.photo);
  return {
    key: `${orderId}|${view.part}`,
    part: view.part,
    title: partName(view.kind),
    text: view.text ?? '',
    photos: photo ? [photo] : [],
    fileId: photo && photo.url !== '' ? photo.fileId : '',
    line: partState(view),
    due: dueLine(view),
    late: view.late === true,
    appeal: appealLine(view),
    mayShow: view.mayShow,
    mayHide: view.mayHide,
  };
}
