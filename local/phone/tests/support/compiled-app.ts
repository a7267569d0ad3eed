/** A small app that each test of the compiler writes into a folder of its own. */
import { rmSync } from 'node:fs';
import { CompileError, Compiler, type SupportedNames } from '../../compiler';
import type { Diagnostic } from '../../compiler/diagnostic';
import { scratchFolder, writeApp } from './app-folder';

export type Files = Record<string, string | object>;

/** An app with one empty page. */
export const minimalApp: Files = {
  'app.json': { pages: ['pages/home/home'] },
  'app.js': 'App({})',
  'pages/home/home.js': 'Page({})',
  'pages/home/home.wxml': '<view/>',
  'pages/home/home.json': {},
};

export interface TestOptions {
  readonly supported?: SupportedNames;
  readonly strict?: boolean;
  readonly production?: boolean;
}

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = scratchFolder('compiler');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Adds files to the app of this test, or changes them. */
export function changeFiles(files: Files): void {
  writeApp(folder, files);
}

/** A compiler of the minimal app with these files. */
export function compilerOf(files: Files, options: TestOptions = {}): Compiler {
  writeApp(folder, { ...minimalApp, ...files });
  return new Compiler({ appFolder: folder, production: false, strict: false, ...options });
}

/** The mistakes for which a build fails. */
export async function mistakesOf(files: Files, options: TestOptions = {}): Promise<readonly Diagnostic[]> {
  const error: unknown = await compilerOf(files, options)
    .build()
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof CompileError)) throw new Error('it built');
  return error.diagnostics;
}

/** The code of the main package. */
export async function codeOf(files: Files, options: TestOptions = {}): Promise<string> {
  const { packages } = await compilerOf(files, options).build();
  return packages.get('')?.code ?? '';
}
