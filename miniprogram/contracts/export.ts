import type { GridChoice } from './enrolment';

/** Lists that can be taken out as a file. */
export const exportLists = [
  'residents',
  'members',
  'posts',
  'orders',
  'needs',
  'cards',
  'coverage',
  'reviewNumbers',
  'reviewTexts',
  'commendations',
] as const;
export type ExportList = (typeof exportLists)[number];

/** Lists of people, sorted by their names. */
export const namedLists = [
  'residents',
  'members',
  'posts',
  'reviewNumbers',
  'reviewTexts',
] as const satisfies readonly ExportList[];

/** A month of a branch, in numbers or in words: only confirmed ones go out, with a digest of all rows. */
export const reviewLists = ['reviewNumbers', 'reviewTexts'] as const satisfies readonly ExportList[];

/** Lists of one branch, whatever the grid. */
export const branchLists = [...reviewLists, 'commendations'] as const satisfies readonly ExportList[];

/** Lists of which one month can be asked for. */
export const monthlyLists = ['orders', ...branchLists] as const satisfies readonly ExportList[];

export const exportFormats = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** `pinyin`: as the surname is read; `strokes`: by the strokes of its character. */
export const exportSorts = ['pinyin', 'strokes'] as const;
export type ExportSort = (typeof exportSorts)[number];

/** Numbers are masked unless a secretary says why they are needed whole. */
export const phoneForms = ['masked', 'whole'] as const;
export type PhoneForm = (typeof phoneForms)[number];

export const exportStates = ['working', 'done', 'failed'] as const;
export type ExportState = (typeof exportStates)[number];

export interface ExportView {
  readonly exportId: string;
  readonly list: ExportList;
  readonly format: ExportFormat;
  readonly sort: ExportSort;
  readonly phones: PhoneForm;
  /** The grid to which it keeps; absent for all that the hat reaches. */
  readonly gridName?: string;
  /** Of orders: the month in which they were made; of reviews: their month. `2026-11` */
  readonly month?: string;
  readonly state: ExportState;
  /** Rows that were read so far. */
  readonly rows: number;
  /** ISO time. */
  readonly createdAt: string;
  /** Of reviews: starts of the SHA-256 over all rows, which the file says too. */
  readonly digest?: string;
  /** When the file is deleted; ISO time. Absent once it is gone. */
  readonly deletedAt?: string;
}

/** What somebody may take out in the hat in use. */
export interface ExportChoices {
  readonly lists: readonly ExportList[];
  readonly grids: readonly GridChoice[];
  /** Lists of which whole numbers may be asked for. */
  readonly wholeLists: readonly ExportList[];
}

/** Lists that go out as files. Function `files` answers. */
export interface ExportApi {
  'export.start': {
    input: {
      list: ExportList;
      format: ExportFormat;
      sort: ExportSort;
      phones: PhoneForm;
      /** Needed for whole numbers. */
      reason?: string;
      gridId?: string;
      month?: string;
      requestId: string;
    };
    output: ExportView;
  };
  /** Does a share of the work while somebody waits for it; the timer does the same without them. */
  'export.advance': { input: { exportId: string; requestId: string }; output: ExportView };
  /** The caller's own, the latest first, with what they may choose from. */
  'export.list': {
    input: { cursor?: string };
    output: { exports: readonly ExportView[]; choices: ExportChoices; next?: string };
  };
  /** A link that ends after ten minutes; each leaves a line in `audit`. */
  'export.getFile': { input: { exportId: string; requestId: string }; output: { fileUrl: string; fileName: string } };
}
