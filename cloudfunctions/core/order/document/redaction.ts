import type { RequestRecord } from '../../platform/request';

/** Somebody blacked out a part of a photograph: the file before is gone. */
export interface Redaction {
  readonly at: Date;
  readonly by: { readonly personId: string; readonly name: string };
  /** The file that was, and the one that took its place. */
  readonly fromFileId: string;
  readonly toFileId: string;
  readonly request: RequestRecord;
}
