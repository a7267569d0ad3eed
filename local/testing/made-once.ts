/** What a run makes once for all its processes. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where a run keeps what it made; tests/support/run-folder.ts sets it. Without one nothing is kept. */
const runFolder = process.env['LIANXIN_RUN_FOLDER'];
const pollMs = 100;

/** Not by `instanceof`: a test's errors of the file system are of another realm than its `Error`. */
const isPresent = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';

/**
 * A folder that `make` filled, to be read and copied, never changed: the first process that asks for `name` makes it,
 * others wait for it. Without a run each asks for itself.
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  if (runFolder === undefined) {
    const own = mkdtempSync(path.join(os.tmpdir(), `lianxin-${name}-`));
    await make(own);
    return own;
  }
  const folder = path.join(runFolder, name);
  const making = `${folder}.making`;
  while (!existsSync(folder)) {
    try {
      mkdirSync(making);
    } catch (error) {
      if (!isPresent(error)) throw error;
      await sleep(pollMs);
      continue;
    }
    try {
      if (existsSync(folder)) return folder;
      const scratch = mkdtempSync(`${folder}-`);
      await make(scratch);
      renameSync(scratch, folder);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  return folder;
}
