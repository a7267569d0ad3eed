import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * All files under a folder, as absolute paths in a stable order; `skip` names folders that are left out wherever they
 * are.
 */
export function filesUnder(folder: string, skip: readonly string[] = []): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (!entry.isDirectory()) return [file];
      return skip.includes(entry.name) ? [] : filesUnder(file, skip);
    });
}

export function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * Makes a folder hold exactly these files (path inside the folder → content). What is already right is not written
 * again, so that whoever watches the folder sees only real changes, and what is written appears whole.
 */
export function syncFolder(folder: string, files: ReadonlyMap<string, Buffer>): { written: number; removed: number } {
  let written = 0;
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    if (isFile(file) && readFileSync(file).equals(content)) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, content);
    renameSync(`${file}.${process.pid}`, file);
    written += 1;
  }
  const stale = filesUnder(folder).filter((file) => !files.has(path.relative(folder, file)));
  for (const file of stale) rmSync(file);
  return { written, removed: stale.length };
}
