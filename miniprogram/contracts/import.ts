import type { ImportKind } from './import-row';

/** The kinds of lists that may be brought in, in the order in which a new community needs them. */
export const offeredKinds = [
  'places',
  'residents',
  'members',
  'posts',
  'activities',
  'stations',
] as const satisfies readonly ImportKind[];
export type OfferedKind = (typeof offeredKinds)[number];

/**
 * What an import would make of a row. `new`, `changed`, `unchanged`: of whom it names; `duplicate`: somebody has
 * to say whether it is one who is known; `refused`: it cannot be taken as it is.
 */
export const rowFates = ['new', 'changed', 'unchanged', 'duplicate', 'refused'] as const;
export type RowFate = (typeof rowFates)[number];

/**
 * `reading`: the dry run goes on; `checked`: somebody may look at it and apply it; `applying`: rows are written;
 * `done`: all that could be written is; `failed`: the file cannot be read (`problem`).
 */
export const importStates = ['reading', 'checked', 'applying', 'done', 'failed'] as const;
export type ImportState = (typeof importStates)[number];

/** `absent`: the file is gone; `header`: no sheet looks like such a list; the others are those of a workbook. */
export const importProblems = ['absent', 'header', 'kind', 'encrypted', 'large', 'broken'] as const;
export type ImportProblem = (typeof importProblems)[number];

/** What a row says of somebody or something, as a change names it. */
export const importFields = [
  'name',
  'surname',
  'phone',
  'home',
  'serves',
  'employer',
  'branch',
  'kinds',
  'memberClass',
  'skills',
  'free',
  'holder',
  'post',
  'colour',
  'present',
  'trade',
  'organisation',
  'instructor',
  'address',
  'host',
  'sign',
  'opening',
  'services',
  'point',
] as const;
export type ImportField = (typeof importFields)[number];

/** One field as it is and as the row has it; lists of codes are joined by a comma. A number that is kept is masked. */
export interface FieldChange {
  readonly field: ImportField;
  readonly before: string;
  readonly after: string;
}

/** What is said of a row, in the words of the file of refused rows. `column`: the header as it was written. */
export interface RowNote {
  readonly column: string;
  readonly value?: string;
  readonly text: string;
}

/** Somebody whom a row may mean. */
export interface RowCandidate {
  readonly personId: string;
  readonly name: string;
  /** Masked. */
  readonly phone: string;
  readonly home?: string;
  readonly employer?: string;
  /** What they have in common with the row beside its name or number. */
  readonly because: 'sameNumber' | 'sameHousehold' | 'sameName';
}

/** What somebody said of a duplicate: it is this person, it is another one, the row is to be left. */
export const rowDecisions = ['same', 'other', 'leave'] as const;
export type RowDecision = (typeof rowDecisions)[number];

export interface ImportRowView {
  /** Page and position: `12.3`. */
  readonly rowId: string;
  readonly sheet?: string;
  readonly row: number;
  readonly fate: RowFate;
  /** Who or what the row is of. */
  readonly title: string;
  readonly changes: readonly FieldChange[];
  readonly notes: readonly RowNote[];
  readonly candidates: readonly RowCandidate[];
  readonly decision?: RowDecision;
  readonly written: boolean;
}

export interface ImportView {
  readonly importId: string;
  readonly kind: OfferedKind;
  readonly fileName: string;
  readonly state: ImportState;
  readonly problem?: ImportProblem;
  /** ISO time. */
  readonly createdAt: string;
  /** When its rows are deleted; ISO time. */
  readonly deletedAt: string;
  /** Rows that were looked at, or written, of all. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly counts: Readonly<Record<RowFate, number>>;
  /** Duplicates of which nobody said anything yet. */
  readonly undecided: number;
  readonly written: number;
  /** Blank rows, subtotals, notes. */
  readonly skipped: number;
  /** Sheets that were not read: hidden ones, and those without such a list. */
  readonly hidden: readonly string[];
  readonly unreadable: readonly string[];
  /** Columns that were read and for which there is no room yet. */
  readonly unused: readonly string[];
}

export interface FileView {
  readonly fileUrl: string;
}

/** Lists of an office that come in. Function `files` answers; files are named by their ids. */
export interface ImportApi {
  /** Begins the dry run of a file that was uploaded. */
  'import.start': {
    input: { kind: OfferedKind; fileId: string; fileName: string; requestId: string };
    output: ImportView;
  };
  /** Does a share of the work while somebody waits for it; the timer does the same without them. */
  'import.advance': { input: { importId: string; requestId: string }; output: ImportView };
  'import.get': { input: { importId: string }; output: ImportView };
  /** The caller's own, the latest first. */
  'import.list': { input: { cursor?: string }; output: { imports: readonly ImportView[]; next?: string } };
  /** Rows of a fate, with the import as it is, so that a page asks once. */
  'import.listRows': {
    input: { importId: string; fate: RowFate; cursor?: string };
    output: { import: ImportView; rows: readonly ImportRowView[]; next?: string };
  };
  'import.decide': {
    input: { importId: string; rowId: string; decision: RowDecision; personId?: string; requestId: string };
    output: ImportRowView;
  };
  /** Has the rows written that can be; the others stay as they are. */
  'import.apply': { input: { importId: string; requestId: string }; output: ImportView };
  /** A spreadsheet with headers and an example, which the import leaves out. */
  'import.getTemplate': { input: { kind: OfferedKind }; output: FileView };
  /** A spreadsheet of the rows that were not written, each with its reasons, to be corrected and sent again. */
  'import.getRefused': { input: { importId: string; requestId: string }; output: FileView };
}
