/** Cloud storage. Files are named by their file id (`cloud://…`). */
export interface Storage {
  /**
   * Links by file id, which end after ten minutes; a file that does not exist is left out. At most 50 ids, one
   * request.
   */
  urls(fileIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** A file's bytes; undefined where there is no such file. */
  download(fileId: string): Promise<Buffer | undefined>;
  /** Files that are gone already are no error. At most 50 ids, one request. */
  remove(fileIds: readonly string[]): Promise<void>;
  /** @returns the new file's id */
  upload(path: string, content: Buffer): Promise<string>;
}
