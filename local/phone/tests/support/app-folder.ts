/** Mini-programs that a test writes for itself. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const cacheFolder = join(__dirname, '..', '..', '..', '..', '.cache', 'tests');

/** A folder below the repository, so that packages are found; whoever made it removes it. */
export function scratchFolder(name: string): string {
  mkdirSync(cacheFolder, { recursive: true });
  return mkdtempSync(join(cacheFolder, `${name}-`));
}

/** Writes a mini-program: path → text, JSON given as an object. */
export function writeApp(folder: string, files: Readonly<Record<string, string | object>>): string {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}
