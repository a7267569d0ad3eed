import type { Context } from '../platform/context';
import { collection } from '../platform/database';
import { derivedId } from '../platform/ids';

/**
 * The files of one call with photographs, recorded before the first clean copy is stored: nobody can list what lies in
 * the cloud's storage, so that a copy whose call died would never be found. A job removes what no document names after
 * a day, and with it the record (docs/adr/0028-uploads-are-recorded.md). `_id` derives from the call.
 */
export interface UploadRecord {
  readonly _id: string;
  /** The document that is to name the clean copies; no other one does. */
  readonly holderId: string;
  readonly cleanIds: readonly string[];
  /** What the phone sent; nobody needs it once the copies are named. */
  readonly originalIds: readonly string[];
  /** When the job has to look at it again, counted from a day before. */
  readonly at: Date;
}

export const uploadRecords = collection<UploadRecord>('uploads');

/** Records what is about to be stored. One write; none for a repeated call. */
export async function recordUpload(
  { database, clock, openid, requestId }: Pick<Context, 'database' | 'clock' | 'openid' | 'requestId'>,
  files: Pick<UploadRecord, 'holderId' | 'cleanIds' | 'originalIds'>,
): Promise<void> {
  await database.insert(uploadRecords, { _id: derivedId('f', openid, requestId), ...files, at: clock.now() });
}
