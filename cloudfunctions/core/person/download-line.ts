import type { EndpointName } from '../../../miniprogram/contracts/api';
import type { Hat } from '../../../miniprogram/contracts/hat';
import { collection, type Database } from '../platform/database';
import { timeKey } from '../platform/ids';
import type { RequestRecord } from '../platform/request';

/** That somebody took a file with other people's data out of the product. It stands among the looks at numbers. */
export interface DownloadLine {
  /** Derives from the call that asked. */
  readonly _id: string;
  readonly communityId: string;
  readonly kind: 'download';
  readonly at: Date;
  /** Sorts by time and is unique: `timeKey(at, _id)`. */
  readonly timeKey: string;
  /** Nobody's own: the community's downloads stand together. */
  readonly ownerId: string;
  readonly by: { readonly personId: string; readonly name: string; readonly hat: Hat };
  /** By which call, and of what. */
  readonly action: EndpointName;
  readonly subjectId: string;
  /** Of a list that went out: which, with what numbers, how many rows, and why numbers were whole. */
  readonly content?: {
    readonly list: string;
    readonly phones: string;
    readonly rows: number;
    readonly reason?: string;
  };
  readonly request: RequestRecord;
  /** Its own `_id`: it takes nothing of the day's looks. Unique. */
  readonly slot: string;
}

export const downloads = collection<DownloadLine>('audit');

export function downloadsOf(communityId: string): string {
  return `downloads:${communityId}`;
}

/** Writes down a download; a repetition finds the line there. One write. */
export async function recordDownload(
  database: Database,
  line: Omit<DownloadLine, 'kind' | 'timeKey' | 'ownerId' | 'slot'>,
): Promise<void> {
  const { _id, at, communityId } = line;
  const kept = { kind: 'download', timeKey: timeKey(at, _id), ownerId: downloadsOf(communityId), slot: _id } as const;
  await database.insert(downloads, { ...line, ...kept });
}
