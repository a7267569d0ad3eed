import type {
  CellNote,
  ImportKind,
  RefusedCell,
  RemarkCode,
  ReportChannel,
  SkippedRow,
} from '../../../miniprogram/contracts/import-row';
import type { GridColour, PostHat } from '../../../miniprogram/contracts/hat';
import type { MemberClass } from '../../../miniprogram/contracts/passbook';
import type { PhoneNumber } from '../../../miniprogram/contracts/phone-number';
import type { CoordinateSystem, CourierKind } from '../../../miniprogram/contracts/station';
import type { Workbook } from './workbook';

/** Names of places as the list has them, without blanks; whose they are is for whoever writes them to find. */
export interface PlaceNames {
  readonly grid?: string;
  readonly section?: string;
  readonly lane?: string;
  readonly courtyard?: string;
  readonly door?: string;
  readonly address?: string;
}

/** A resident, a member or the holder of a post. Days, months or years: `2024-05-01`, `2024-05`, `2024`. */
export interface PersonEntry extends PlaceNames {
  readonly type: 'person';
  readonly name: string;
  /** How the surname is read, without tone, to sort by. */
  readonly surnameKey?: string;
  /** The list says how the surname is read: how it is read usually. */
  readonly usualSurnameKey?: string;
  readonly phones: readonly PhoneNumber[];
  /** `other`: the list says that the number is a daughter's or a neighbour's: to call, not to bind. */
  readonly phoneOwner: 'self' | 'other';
  readonly residence?: 'resident' | 'tenant';
  readonly since?: string;
  readonly employer?: string;
  /** The branch to which the list says that a member belongs, by its name. */
  readonly branch?: string;
  /** Where the list says that a member's organisational relation is: here in words, or the name of a branch. */
  readonly membership?: string;
  /** Of the four classes of members (S3-06). */
  readonly memberClass?: MemberClass;
  readonly channel?: ReportChannel;
  readonly reported?: string;
  readonly skills?: readonly string[];
  readonly hours?: readonly string[];
  readonly hat?: PostHat;
  readonly households?: readonly string[];
  readonly party?: true;
  readonly veteran?: true;
  readonly volunteer?: true;
  readonly note?: string;
}

/** Something that took place before: history, without marks and points. */
export interface ActivityEntry {
  readonly type: 'activity';
  readonly day: string;
  readonly title: string;
  readonly present?: number;
  readonly note?: string;
}

/** A place of any level; a shop or a public facility has `name` and `placeKind`. */
export interface PlaceEntry extends PlaceNames {
  readonly type: 'place';
  readonly name?: string;
  readonly placeKind?: 'shop' | 'facility';
  readonly colour?: GridColour;
  readonly phones: readonly PhoneNumber[];
  readonly note?: string;
}

export const stationEntryKinds = ['site', 'organisation', 'instructor', 'station', 'shop'] as const;
export type StationEntryKind = (typeof stationEntryKinds)[number];

/** A couriers' site, its party organisation or instructor, a station or a friendly shop. */
export interface StationEntry extends PlaceNames {
  readonly type: 'station';
  readonly kind: StationEntryKind;
  readonly name: string;
  readonly phones: readonly PhoneNumber[];
  readonly person?: string;
  readonly trade?: CourierKind;
  readonly organisation?: string;
  readonly host?: string;
  /** As it was written: 周一至周五 8:00-18:00. */
  readonly opening?: string;
  readonly services?: readonly string[];
  readonly sign?: string;
  /** The person's column says that they are an instructor. */
  readonly instructs?: true;
  /** In degrees, of `system` where the list says of which. */
  readonly point?: { readonly longitude: number; readonly latitude: number };
  readonly system?: CoordinateSystem;
  readonly note?: string;
}

export type ImportEntry = PersonEntry | ActivityEntry | PlaceEntry | StationEntry;
export type Remark = CellNote<RemarkCode>;

/** A row that is taken, with what is said beside it. One row may hold the holders of several posts. */
export interface TakenRow {
  readonly row: number;
  readonly entry: ImportEntry;
  readonly remarks: readonly Remark[];
}

/** A post that the list has without anybody. */
export interface VacantRow extends PlaceNames {
  readonly row: number;
  readonly hat?: PostHat;
}

/** One visible sheet. Without `headerRow` nothing in it looks like a list of this kind, and nothing was read. */
export interface SheetReading {
  readonly name?: string;
  readonly headerRow?: number;
  /** The headers that were understood, as they were written, and what each is read as. */
  readonly columns: readonly { readonly header: string; readonly field: string }[];
  readonly rows: readonly TakenRow[];
  readonly vacant: readonly VacantRow[];
  readonly refused: readonly RefusedCell[];
  readonly skipped: readonly SkippedRow[];
}

/** What an import makes of a file: every row of every visible sheet below its header is in one of the four lists. */
export interface ImportReading extends Pick<Workbook, 'encoding' | 'hidden'> {
  readonly kind: ImportKind;
  readonly sheets: readonly SheetReading[];
}

export interface ReadingSettings {
  /** Put before a landline that has none: the community's own, `0351`. */
  readonly areaCode: string;
  /** How a name's surname is read, `chan` for one that is written like `dan`; loaded apart, since it is heavy. */
  readonly surnameKeyOf: (name: string) => string;
}
