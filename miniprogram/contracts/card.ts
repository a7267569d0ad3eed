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
      readonly worker?: ContactView & { readonly photoUrl?: string };
      readonly onDuty: boolean;
      /** Whom the large button calls now: the worker on duty, the duty phone else; never a dead number. */
      readonly call: ContactView & { readonly to: 'worker' | 'duty' };
      readonly office: { readonly phone: string; readonly address: string; readonly hours: string };
      readonly dutyPhone: string;
      /** Plain words: what the community can do. At most 8. */
      readonly services: readonly string[];
      /** The station at which the card hangs, with its address and hours (S4-05). */
      readonly station?: CardStationView;
    }
  | {
      readonly state: 'renewed';
      readonly communityName: string;
      readonly officePhone: string;
      readonly renewedOn: string;
    }
  | {
      /** No longer in use, and no other in its place. */
      readonly state: 'revoked';
      readonly communityName: string;
      readonly officePhone: string;
      readonly revokedOn: string;
    }
  | { readonly state: 'unknown'; readonly hotline: string };

export interface CardStationView {
  readonly stationId: string;
  readonly name: string;
  readonly address: string;
  /** As it is printed: `每天 8:00-21:00`. */
  readonly hours: string;
}

export type CardSize = 'normal' | 'large';

/**
 * One line of the issuing ledger (S4-08). `code` is the QR picture's file, made once. Times are ISO strings.
 */
export interface IssuedCardView {
  readonly token: string;
  /** The short number beside its code. */
  readonly number: string;
  readonly placeName: string;
  readonly gridName: string;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly state: 'open' | 'renewed' | 'revoked';
  readonly size: CardSize;
  /** What its paper says, once it was printed. */
  readonly paper?: CardPaperView;
  /** Its paper must be printed: never was, or says what is no longer so. */
  readonly isToPrint: boolean;
  /** Who got it, from whom, when; absent until its last paper was handed out. */
  readonly handedOut?: { readonly receivedBy: string; readonly by: string; readonly at: string };
}

/** Whose name and which numbers a card's paper shows, and since when. */
export interface CardPaperView {
  readonly printedAt: string;
  readonly holderName?: string;
  readonly phone: string;
  readonly officePhone: string;
}

/** How many places of a kind there are in a grid, and how many of them have a card in use. */
export interface CoverageCount {
  readonly total: number;
  readonly withCard: number;
}

export interface GridCoverageView {
  readonly gridId: string;
  readonly gridName: string;
  readonly colour?: GridColour;
  readonly courtyards: CoverageCount;
  readonly households: CoverageCount;
  /** Some places without a card, as their door plates have them; a household whose courtyard has one counts. */
  readonly without: readonly string[];
  readonly countedAt: string;
}

/** A number that cards print, and when somebody last called it. */
export interface CardNumberView {
  /** The grid's id, or the community's for its office and its duty phone. */
  readonly placeId: string;
  readonly kind: 'office' | 'duty' | 'worker';
  /** The grid's name; empty for the community's own. */
  readonly gridName: string;
  /** Empty where there is none, so that no card can be printed. */
  readonly phone: string;
  readonly holderName?: string;
  /** The number belongs to the post, and stays when its holder changes. */
  readonly isPostNumber: boolean;
  readonly checkedOn?: string;
  readonly checkedBy?: string;
  /** Nobody called it for longer than a half year, or since it was changed. */
  readonly isDue: boolean;
}

type Write<Extra = unknown> = { input: { token: string; requestId: string } & Extra; output: IssuedCardView };
type CardPage = { cards: readonly IssuedCardView[]; next?: string };

export interface CardApi {
  'card.get': { input: { token: string }; output: CardView };
  /** The token of the card with this short number. */
  'card.find': { input: { number: string }; output: { token: string } };
  'card.list': { input: { cursor?: string }; output: CardPage };
  /** Cards whose paper must be printed, or is printed and waits for being handed out, by place. */
  'card.listOpenTasks': { input: { task: CardTask; cursor?: string }; output: CardPage };
  'card.issue': { input: { placeId: string; size: CardSize; requestId: string }; output: IssuedCardView };
  /** A card with a station's address and hours on it. */
  'card.issueAtStation': { input: { stationId: string; size: CardSize; requestId: string }; output: IssuedCardView };
  /** Lost or worn: the old token says that it was renewed. */
  'card.reissue': Write<{ reason: string }>;
  /** No longer in use: its token says so. */
  'card.revoke': Write<{ reason: string }>;
  /** Who got the paper. */
  'card.handOut': Write<{ receivedBy: string }>;
  'card.getCode': { input: { token: string }; output: { fileId: string; fileUrl: string } };
  'card.getCoverage': { input: Record<string, never>; output: { grids: readonly GridCoverageView[] } };
  'card.listNumbers': { input: Record<string, never>; output: { numbers: readonly CardNumberView[] } };
  /** Somebody called the number, and it rang where it should. */
  'card.checkNumber': {
    input: { placeId: string; kind: 'office' | 'duty' | 'worker'; phone: string; requestId: string };
    output: CardNumberView;
  };
  /** The post's own number, which stays when its holder changes; none takes it away. */
  'card.setPostNumber': { input: { gridId: string; phone?: string; requestId: string }; output: CardNumberView };
}

export const cardTasks = ['print', 'handOut'] as const;
export type CardTask = (typeof cardTasks)[number];
