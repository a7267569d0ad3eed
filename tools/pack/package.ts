import { existsSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { isFile } from '../files';
import { readJson } from '../json';

const shape = v.looseObject({ main: v.optional(v.string(), 'index.js'), miniprogram: v.optional(v.string()) });

/**
 * One npm package as a mini-program sees it: its own root (`miniprogram` field) and the file that its bare name stands
 * for.
 */
export interface NpmPackage {
  readonly name: string;
  readonly root: string;
  readonly entry: string;
}

/** `@scope/name/rest` → [`@scope/name`, `rest`]; nothing for a relative or absolute path. */
export function splitSpecifier(specifier: string): { name: string; rest: string } | undefined {
  if (/^[./]/.test(specifier)) return undefined;
  const parts = specifier.split('/');
  const length = specifier.startsWith('@') ? 2 : 1;
  return { name: parts.slice(0, length).join('/'), rest: parts.slice(length).join('/') };
}

/** @returns nothing when the package is not installed, as for a component that lies beside its user */
export function openPackage(name: string, nodeModules: string): NpmPackage | undefined {
  const folder = path.join(nodeModules, name);
  if (!existsSync(path.join(folder, 'package.json'))) return undefined;
  const { main, miniprogram } = readJson(path.join(folder, 'package.json'), shape);
  const root = path.join(folder, miniprogram ?? '');
  return { name, root, entry: miniprogram === undefined ? path.join(folder, main) : path.join(root, 'index.js') };
}

/**
 * Where a package's file lies under `miniprogram_npm`: at its own place, but the entry under the name that WeChat looks
 * for.
 */
export function packedName(of: NpmPackage, file: string): string {
  const inside = path.relative(of.root, file);
  return path.join(of.name, file === of.entry && !isFile(path.join(of.root, 'index.js')) ? 'index.js' : inside);
}
