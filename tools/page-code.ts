/** What a page of the main package needs before it stands there: its code and that of its components. */
import { buildSync } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { isFile } from './files';
import { readJson } from './json';

const names = v.optional(v.record(v.string(), v.string()), {});
const unitShape = v.looseObject({ usingComponents: names, componentPlaceholder: names });

/** Scripts that these require, themselves among them, once types are gone. */
export function requiredScripts(folder: string, entries: readonly string[]): ReadonlySet<string> {
  const { metafile } = buildSync({
    entryPoints: [...entries],
    bundle: true,
    write: false,
    metafile: true,
    outdir: path.join(folder, 'unwritten'),
    absWorkingDir: folder,
    logLevel: 'silent',
  });
  return new Set(Object.keys(metafile.inputs).map((file) => path.join(folder, file)));
}

/** The page and the components that it draws at once; one behind a placeholder comes later. */
function unitsOf(folder: string, page: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(page)) return found;
  found.add(page);
  const { usingComponents, componentPlaceholder } = readJson(path.join(folder, `${page}.json`), unitShape);
  for (const [tag, target] of Object.entries(usingComponents)) {
    if (componentPlaceholder[tag] !== undefined) continue;
    const unit = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(page), target);
    unitsOf(folder, unit, found);
  }
  return found;
}

/** Templates, WXS and styles that a file takes in. */
function includedBy(folder: string, file: string, found: Set<string>): void {
  if (found.has(file)) return;
  found.add(file);
  const source = readFileSync(file, 'utf8');
  const targets = source.matchAll(/(?:<(?:import|include|wxs)[^>]*\ssrc=|@import\s+)["']([^"']+)["']/g);
  for (const [, target = ''] of targets)
    includedBy(
      folder,
      target.startsWith('/') ? path.join(folder, target) : path.join(path.dirname(file), target),
      found,
    );
}

/** Every file of the app's start and of a page, as `pages/home/home` names it; paths on this machine. */
export function filesOfPage(folder: string, page: string): readonly string[] {
  const units = ['app', ...unitsOf(folder, page)];
  const existing = (ending: string) => units.map((unit) => path.join(folder, unit + ending)).filter(isFile);
  const drawn = new Set<string>();
  for (const file of [...existing('.wxml'), ...existing('.wxss')]) includedBy(folder, file, drawn);
  const settings = existing('.json').filter((file) => path.basename(file) !== 'app.json');
  return [...requiredScripts(folder, existing('.ts')), ...drawn, ...settings];
}
