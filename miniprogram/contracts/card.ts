import type { GridColour } from './hat';

/** The numbers of a card; each can be dialled. */
export interface ContactView {
  readonly name: string;
  readonly phone: string;
}

/** What a card's QR opens. `scene` carries the token and nothing about a person (S4, platform.md §4). */
export type CardView =
  | {
      readonly state: 'open';
      readonly communityName: string;
      readonly gridName: string;
      readonly colour?: GridColour;
      readonly sectionName?: string;
      /** Courtyard or building as the door plate has it. */
      readonly placeName: string;
      readonly worker?: ContactView;
      readonly onDuty: boolean;
      /** Whom the large button calls now: the worker on duty, the duty phone else; never a dead number. */
      readonly call: ContactView & { readonly to: 'worker' | 'duty' };
      readonly office: { readonly phone: string; readonly address: string; readonly hours: string };
      readonly dutyPhone: string;
      /** Plain words: what the community can do. At most 8. */
      readonly services: readonly string[];
    }
  | {
      readonly state: 'renewed';
      readonly communityName: string;
      readonly officePhone: string;
      readonly renewedOn: string;
    }
  | { readonly state: 'unknown'; readonly hotline: string };

/** One line of the issuing ledger (S4-08). `code` is the QR picture's file, made once. */
export interface IssuedCardView {
  readonly token: string;
  readonly placeName: string;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly state: 'open' | 'renewed';
  readonly size: 'normal' | 'large';
}

export interface CardApi {
  'card.get': { input: { token: string }; output: CardView };
  'card.list': { input: { cursor?: string }; output: { cards: readonly IssuedCardView[]; next?: string } };
  'card.issue': { input: { placeId: string; size: 'normal' | 'large'; requestId: string }; output: IssuedCardView };
  /** Lost or worn: the old token says that it was renewed. */
  'card.reissue': { input: { token: string; reason: string; requestId: string }; output: IssuedCardView };
  'card.getCode': { input: { token: string }; output: { fileId: string; fileUrl: string } };
}
