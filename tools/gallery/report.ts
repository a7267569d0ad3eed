/** What a run found, picture by picture: `.cache/gallery/report.json`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { readJson } from '../json';
import { differingPixels } from './compare';
import { keptFolder, pictureNames, readPicture, runFolder, type PictureName } from './kept';

const stateShape = v.picklist(['same', 'changed', 'new', 'gone']);
const entryShape = v.object({
  visit: v.string(),
  look: v.string(),
  /** Route without a query; empty where the visit is gone. */
  page: v.string(),
  openid: v.string(),
  /** In the words that the product has for it; empty where the visit is gone. */
  hat: v.string(),
  state: stateShape,
  /** Pixels of the kept form that differ. */
  differing: v.number(),
});
export type Entry = v.InferOutput<typeof entryShape>;

const file = path.join(runFolder, 'report.json');

/** @returns how the picture that was taken stands to the one that is kept */
export function compareWithKept(name: PictureName, taken: Buffer): Pick<Entry, 'state' | 'differing'> {
  const kept = readPicture(keptFolder, name);
  if (kept === undefined) return { state: 'new', differing: 0 };
  const differing = differingPixels(kept, taken);
  return { state: differing === 0 ? 'same' : 'changed', differing };
}

/** Kept pictures whose visit or look is no more. */
export function goneEntries(names: ReadonlySet<string>): Entry[] {
  return pictureNames(keptFolder)
    .filter((name) => !names.has(name))
    .map((name) => {
      const [visit = '', look = ''] = name.split('/');
      return { visit, look, page: '', openid: '', hat: '', state: 'gone', differing: 0 };
    });
}

export function writeReport(entries: readonly Entry[]): void {
  mkdirSync(runFolder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(entries, null, 1)}\n`);
}

/** What the last run found. @throws Error where there was none */
export function readReport(): Entry[] {
  return readJson(file, v.array(entryShape));
}
