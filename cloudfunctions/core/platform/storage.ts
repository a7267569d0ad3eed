/** Cloud storage. Files are named by their file id (`cloud://…`). */
export interface Storage {
  /** Temporary links by file id; a file that does not exist is left out. At most 50 ids, one request. */
  urls(fileIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** @returns the new file's id */
  upload(path: string, content: Buffer): Promise<string>;
}
