import type { RequestRecord } from '../../platform/request';

/** Somebody blacked out a part of a photograph, the file before is gone; or a text that they had written. */
export interface Redaction {
  readonly at: Date;
  readonly by: { readonly personId: string; readonly name: string };
  /** The file that was, and the one that took its place; absent for a text. */
  readonly fromFileId?: string;
  readonly toFileId?: string;
  /** Which text; absent for a photograph. */
  readonly part?: string;
  readonly request: RequestRecord;
}
