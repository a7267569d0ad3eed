import type {
  ExportFormat,
  ExportList,
  ExportSort,
  ExportState,
  ExportView,
  PhoneForm,
} from '../../../../miniprogram/contracts/export';
import type { Hat } from '../../../../miniprogram/contracts/hat';
import type { Acts } from '../../access/act';
import { collection } from '../../platform/database';
import type { RequestRecord } from '../../platform/request';

/** A list that goes out as a file: what was asked for, how far it has come. The file goes after a day, this stays. */
export interface Export extends Acts {
  /** Derives from the request that began it. */
  readonly _id: string;
  readonly communityId: string;
  readonly communityName: string;
  /** Whose it is: nobody else sees it. */
  readonly personId: string;
  /** In which hat they asked; what it may not see is not in the file. */
  readonly by: { readonly name: string; readonly hat: Hat; readonly path: string; readonly openid: string };
  readonly list: ExportList;
  readonly format: ExportFormat;
  readonly sort: ExportSort;
  readonly phones: PhoneForm;
  /** Why numbers are needed whole; null where they are masked. */
  readonly reason: string | null;
  /** The grid to which it keeps; null for the community. */
  readonly grid: { readonly gridId: string; readonly name: string; readonly path: string } | null;
  /** Of reviews: the branch whose months they are. */
  readonly branchId?: string;
  /** The employer to whose members it keeps; absent for all that the hat reaches. */
  readonly employer?: { readonly employerId: string; readonly name: string };
  /** Of orders and reviews, `2026-11`; null for all, of reviews for the newest. */
  readonly month: string | null;
  readonly state: ExportState;
  /** Where the next share begins; null before the first. */
  readonly cursor: string | null;
  /** All is read, and the file is to be made. */
  readonly isRead: boolean;
  /** Files in which rows wait that were read. */
  readonly partFileIds: readonly string[];
  readonly rows: number;
  readonly fileId: string | null;
  /** Of reviews: SHA-256 over all rows, once the file is made. */
  readonly digest?: string;
  readonly createdAt: Date;
  /** Sorts by time and is unique: `timeKey(createdAt, _id)`. */
  readonly timeKey: string;
  /** When its files go; null once they are gone. */
  readonly deleteAt: Date | null;
  readonly requests: readonly RequestRecord[];
}

export const exportRecords = collection<Export>('exports');

/** Files are kept so long. */
export const keptMs = 24 * 3_600_000;

/** Enough of a digest to compare by eye. */
export const digestShown = 16;

/** What stands on each line of a file, so that a part of it tells whence it comes. */
export function exportNumber({ _id }: Pick<Export, '_id'>): string {
  return `E-${_id.slice(-8).toUpperCase()}`;
}

/** An export as whoever asked for it sees it. */
export function exportView(one: Export): ExportView {
  const { _id, list, format, sort, phones, grid, month, state, rows, createdAt, deleteAt, digest } = one;
  return {
    exportId: _id,
    list,
    format,
    sort,
    phones,
    ...(grid && { gridName: grid.name }),
    ...(month !== null && { month }),
    state,
    rows,
    createdAt: createdAt.toISOString(),
    ...(digest !== undefined && { digest: digest.slice(0, digestShown) }),
    ...(deleteAt && { deletedAt: deleteAt.toISOString() }),
  };
}
