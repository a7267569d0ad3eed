/** The pictures that the repository keeps: `tests/gallery/<visit>/<look>.webp`. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesUnder } from '../files';

const root = path.resolve(__dirname, '../..');
export const keptFolder = path.join(root, 'tests/gallery');
/** Where a run leaves its page, its pictures, and what would be kept of them. */
export const runFolder = path.join(root, '.cache/gallery');
/** What all kept pictures together may weigh, in bytes. */
export const keptBudgetBytes = 5 * 1024 * 1024;

/** `<visit>/<look>`: one picture's name. */
export type PictureName = `${string}/${string}`;

const fileOf = (folder: string, name: PictureName): string => path.join(folder, `${name}.webp`);

export function pictureNames(folder: string): PictureName[] {
  return filesUnder(folder)
    .filter((file) => file.endsWith('.webp'))
    .map((file): PictureName => `${path.basename(path.dirname(file))}/${path.basename(file, '.webp')}`);
}

export function readPicture(folder: string, name: PictureName): Buffer | undefined {
  const file = fileOf(folder, name);
  return existsSync(file) ? readFileSync(file) : undefined;
}

export function writePicture(folder: string, name: PictureName, content: Buffer): void {
  const file = fileOf(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

export function removePicture(folder: string, name: PictureName): void {
  rmSync(fileOf(folder, name), { force: true });
}

export function bytesOf(folder: string): number {
  return filesUnder(folder).reduce((sum, file) => sum + statSync(file).size, 0);
}
