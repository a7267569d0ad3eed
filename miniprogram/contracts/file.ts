import type { CardSize } from './card';
import type { PointUnit } from './passbook';
import type { SlipFormat } from './slip';

/**
 * Long work on files: a spreadsheet that is read, a PDF that is made. It goes on in the background; the phone asks how
 * far it is.
 */
export interface FileTaskView {
  readonly taskId: string;
  readonly kind: string;
  readonly state: 'waiting' | 'done' | 'failed';
  /** How many parts are done, as the kind counts them. */
  readonly progress: number;
  /** What it made, by file id; empty until it is done, and once it is deleted, a day after it was asked for. */
  readonly fileIds: readonly string[];
  /** What was left out, and why. */
  readonly notes: readonly TaskNote[];
}

/**
 * Why something was not printed. `subject`: the grid without a number, or the place whose card it is; `characters`: for
 * which the font has no glyph.
 */
export interface TaskNote {
  readonly reason: 'no-worker-number' | 'no-office-number' | 'no-glyph';
  readonly subject: string;
  readonly characters?: string;
}

/** Which of the cards at and under a place: whose paper must be printed, or all that are in use. */
export const cardSelections = ['toPrint', 'all'] as const;
export type CardSelection = (typeof cardSelections)[number];

/** What is made of cards: sheets to cut, plates for doors, tokens for a print shop. */
export const cardProducts = ['cards', 'plates', 'tokens'] as const;
/** The same, and of posts the list of vests, of members who agreed the signs for their doors. */
export const printProducts = [...cardProducts, 'vests', 'homeSigns'] as const;
export type PrintProduct = (typeof printProducts)[number];

/** What printing would come to. */
export interface PrintCheckView {
  /** How many cards it looked at: at most one page of them. */
  readonly cards: number;
  readonly hasMore: boolean;
  /** What would be left out. */
  readonly notes: readonly TaskNote[];
}

/** A PDF that was made. `missing`: characters that its font cannot print; somebody has to write them in by hand. */
export interface PrintView {
  readonly fileId: string;
  readonly fileUrl: string;
  readonly missing: readonly string[];
}

/** The endpoints of function `files`. What goes in and comes out are file ids, never contents. */
export interface FileApi {
  'file.getHealth': { input: Record<string, never>; output: { readonly ready: true } };
  'file.getTask': { input: { readonly taskId: string }; output: FileTaskView };
  /** A link to one of the files that a task made, from 1; it ends after ten minutes, and leaves a line in `audit`. */
  'file.getOutput': {
    input: { readonly taskId: string; readonly number: number; readonly requestId: string };
    output: { readonly fileUrl: string };
  };
  /** The palm-size map of the community's stations. */
  'file.printStationMap': { input: Record<string, never>; output: PrintView };
  /** A friendly shop's sign, with its number and QR. */
  'file.printSign': { input: { readonly stationId: string }; output: PrintView };
  /** A card for each place of a kind at and under this one that has none in use. */
  'file.issueCards': {
    input: { placeId: string; kind: 'courtyard' | 'household'; size: CardSize; requestId: string };
    output: FileTaskView;
  };
  'file.checkCards': { input: { placeId: string; cards: CardSelection }; output: PrintCheckView };
  'file.printCards': {
    input: { placeId: string; cards: CardSelection; product: PrintProduct; requestId: string };
    output: FileTaskView;
  };
  /** Of an order that was asked for by telephone, for somebody without WeChat. */
  'file.printSlip': { input: { readonly orderId: string }; output: PrintView };
  /** Of an order that somebody outside has, for them; a look at the requester's number, which they see. */
  'file.printTransferSheet': {
    input: { readonly orderId: string; readonly requestId: string };
    output: PrintView;
  };
  /** One month of a book with its check code and QR; without `personId` the caller's own. `large`: in large type. */
  'file.printMonthSlip': {
    input: {
      readonly unit: PointUnit;
      readonly month: string;
      readonly personId?: string;
      readonly format: SlipFormat;
      readonly large?: boolean;
    };
    output: PrintView;
  };
  /** The monthly brief of the community; without `month` the current one. */
  'file.printBrief': { input: { readonly month?: string }; output: PrintView };
  /** The public month of courtyard points; without `month` the current one. */
  'file.printRewardSheet': { input: { readonly month?: string }; output: PrintView };
}
