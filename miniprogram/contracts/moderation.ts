import type { PhotoView } from './order-reasons';

/** Why something is kept from others; `other` comes with words. */
export const hideReasons = ['personal-data', 'portrait', 'abusive', 'untrue', 'advertising', 'other'] as const;
export type HideReason = (typeof hideReasons)[number];

/**
 * `waiting`: WeChat's content check was in doubt, and a person is to decide. `hidden`: somebody decided that others do
 * not read it. `appealed`: hidden, and its author asked that somebody else decides.
 */
export const caseStates = ['waiting', 'hidden', 'appealed', 'shown'] as const;
export type CaseState = (typeof caseStates)[number];

/** What of an order others may read. `publicWords`: what everybody reads of a wish. */
export const partKinds = ['words', 'publicWords', 'photo', 'evidence', 'rating'] as const;
export type PartKind = (typeof partKinds)[number];

/** What its author is told of something that others do not read, or staff who decide about it. */
export interface WithheldView {
  /** Names it in calls about it. */
  readonly part: string;
  readonly kind: PartKind;
  readonly state: CaseState;
  readonly reason?: HideReason;
  readonly words?: string;
  /** The reader is its author. */
  readonly own?: true;
  /** They may ask once that somebody else decides. */
  readonly mayAppeal?: true;
}

/** What others do not read of an order, for the author of each part and for staff. */
export interface WithheldParts {
  readonly withheld?: readonly WithheldView[];
}

/** One thing that others may read of an order, as those see it who decide about it. */
export interface PublicPartView extends WithheldView {
  readonly text?: string;
  readonly photo?: PhotoView;
  readonly authorName: string;
  /** ISO; absent where nobody ever had a doubt. */
  readonly since?: string;
  /** ISO, by when somebody is to decide; absent where nobody is asked. */
  readonly decideBy?: string;
  /** Nobody did in time. */
  readonly late?: true;
  /** Who hid it. */
  readonly byName?: string;
  /** What its author says against its being hidden. */
  readonly appeal?: string;
  /** What the reader may decide. */
  readonly mayShow: boolean;
  readonly mayHide: boolean;
}

/** An order, with what others may read of it. */
export interface PublicPartsView {
  readonly orderId: string;
  readonly number: string;
  readonly placeName: string;
  readonly parts: readonly PublicPartView[];
}

export interface PublicPartsPage {
  readonly orders: readonly PublicPartsView[];
  readonly next?: string;
}

/** A rectangle of a picture, in ten-thousandths of its width and height, from its upper left corner. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
