/** `npm run size`: what WeChat would ship, package by package, beside its budget; `--json` for machines. */
import { transformSync } from 'esbuild';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { isEntry } from './entry';
import { distFolder, buildFunctions, packNpm } from './build';
import { filesUnder } from './files';
import { codeFile } from './function-code';
import { functionNames } from './functions';
import { readJson } from './json';
import { filesOfPage, requiredScripts } from './page-code';
import { tableOf } from './table';

const root = path.resolve(__dirname, '..');
export const appFolder = path.join(root, 'miniprogram');

/** Bytes; the limit of WeChat is 2 MB for each package. `home`: the code that the first screen needs. */
export const budgets = { main: 180 * 1024, subpackage: 100 * 1024, home: 100 * 1024 } as const;

export interface PackageSize {
  readonly name: string;
  readonly bytes: number;
  readonly budget: number;
}

const appShape = v.looseObject({ subPackages: v.optional(v.array(v.looseObject({ root: v.string() })), []) });
/** Kinds of files that WeChat takes; others beside them (documents, types) stay behind. */
const shipped = [
  '.ts',
  '.js',
  '.json',
  '.wxml',
  '.wxss',
  '.wxs',
  '.png',
  '.jpg',
  '.jpeg',
  '.svg',
  '.webp',
  '.gif',
] as const;

const minified = (source: string, loader: 'ts' | 'js' | 'css'): string =>
  transformSync(source, { loader, minify: true, target: 'es2018', charset: 'utf8' }).code;

/** Comments and the blanks between tags; text within a line stays as it is. */
const minifiedTemplate = (source: string): string =>
  source
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/>\n</g, '><')
    .trim();

/**
 * Bytes of one file as it is uploaded: scripts without their types, and all minified, as the project's settings ask of
 * DevTools (`minified`, `minifyWXSS`, `minifyWXML`).
 */
export function shippedBytes(file: string): number {
  const extension = path.extname(file);
  if (file.endsWith('.d.ts') || !shipped.some((known) => known === extension)) return 0;
  const text = () => readFileSync(file, 'utf8');
  switch (extension) {
    case '.ts':
      return Buffer.byteLength(minified(text(), 'ts'));
    case '.js':
    case '.wxs':
      return Buffer.byteLength(minified(text(), 'js'));
    case '.wxss':
      return Buffer.byteLength(minified(text(), 'css'));
    case '.wxml':
      return Buffer.byteLength(minifiedTemplate(text()));
    case '.json':
      return Buffer.byteLength(JSON.stringify(JSON.parse(text())));
    default:
      return statSync(file).size;
  }
}

/** Scripts that nothing requires once types are gone: they are not uploaded (`ignoreUploadUnusedFiles`). */
function unusedScripts(folder: string, files: readonly string[]): ReadonlySet<string> {
  const scripts = files.filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith('.d.ts'));
  const entries = scripts.filter((file) => files.includes(file.replace(/\.\w+$/, '.wxml')) || isApp(folder, file));
  const required = requiredScripts(folder, entries);
  return new Set(scripts.filter((file) => !required.has(file)));
}

const isApp = (folder: string, file: string): boolean => /^app\.(ts|js)$/.test(path.relative(folder, file));

/** The main package, then each subpackage. npm files lie in `miniprogram_npm`, which belongs to the main package. */
export function packageSizes(folder = appFolder): PackageSize[] {
  const { subPackages } = readJson(path.join(folder, 'app.json'), appShape);
  const roots = subPackages.map((part) => part.root);
  const bytes = new Map<string, number>(['main', ...roots].map((name) => [name, 0]));
  const files = filesUnder(folder);
  const unused = unusedScripts(folder, files);
  for (const file of files) {
    if (unused.has(file)) continue;
    const inside = path.relative(folder, file).split(path.sep).join('/');
    const home = roots.find((part) => inside.startsWith(`${part}/`)) ?? 'main';
    bytes.set(home, (bytes.get(home) ?? 0) + shippedBytes(file));
  }
  return [...bytes].map(([name, total]) => ({
    name,
    bytes: total,
    budget: name === 'main' ? budgets.main : budgets.subpackage,
  }));
}

/** Bytes of the code that the first screen needs, the app's start among it. */
export function homeBytes(folder = appFolder): number {
  return filesOfPage(folder, 'pages/home/home').reduce((sum, file) => sum + shippedBytes(file), 0);
}

/** Bundles of cloud functions, with the SDK, without what is compiled of them. */
export function bundleSizes(folder = distFolder): { name: string; bytes: number }[] {
  return functionNames.map((name) => ({ name, bytes: statSync(path.join(folder, name, codeFile)).size }));
}

async function main(): Promise<void> {
  const npm = packNpm();
  await buildFunctions(distFolder);
  const packages = packageSizes();
  const functions = bundleSizes();
  const home = homeBytes();
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ packages, home, npmBytes: npm.bytes, functions }, undefined, 2));
  } else {
    const kilobytes = (bytes: number) => Math.round(bytes / 1024);
    console.log(
      tableOf(
        ['package', 'KB', 'budget KB'],
        packages.map(({ name, bytes, budget }) => [name, kilobytes(bytes), kilobytes(budget)]),
      ),
    );
    console.log(`code that home needs: ${kilobytes(home)} KB of ${kilobytes(budgets.home)}`);
    console.log(`of the main package, npm components: ${kilobytes(npm.bytes)} KB in ${npm.files} files\n`);
    console.log(
      tableOf(
        ['function', 'KB'],
        functions.map(({ name, bytes }) => [name, kilobytes(bytes)]),
      ),
    );
  }
  if (home > budgets.home || packages.some(({ bytes, budget }) => bytes > budget)) process.exitCode = 1;
}

if (isEntry(__filename)) void main();
