import { build, type Plugin } from 'esbuild';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { syncFolder } from './files';
import { codeFile, compile, loaderOf, wrap } from './function-code';
import { readJson } from './json';

const root = path.resolve(__dirname, '..');

const sources = path.join(root, 'cloudfunctions');

/** The cloud functions of the product: every folder of `cloudfunctions/` that has an entry. */
export const functionNames: readonly string[] = readdirSync(sources).filter((name) =>
  existsSync(path.join(sources, name, 'index.ts')),
);

const packageShape = v.object({ version: v.string() });

/** The SDK is in the bundle, at the very version that the tests ran: WeChat installs nothing beside it. */
function functionPackage(name: string): Buffer {
  const { version } = readJson(path.join(root, 'package.json'), packageShape);
  return Buffer.from(`${JSON.stringify({ name, version, private: true, main: 'index.js' }, undefined, 2)}\n`);
}

/**
 * What is heavy and seldom asked for, in files of its own beside each bundle that loads it: whoever starts a function
 * reads it only with the first photograph, opening hour, PDF, list or name. By the `import()` that loads it.
 */
const lazyEntries: Readonly<Record<string, string>> = {
  './codec': path.join(sources, 'core/photo/codec/index.ts'),
  './pdf': path.join(sources, 'core/print/pdf/index.ts'),
  './workbook-reader': path.join(sources, 'core/import/workbook-reader/index.ts'),
  './surname-key': path.join(sources, 'core/person/surname-key.ts'),
  './holiday-calendar': path.join(sources, 'core/time/holiday-calendar.ts'),
};
const lazyFileOf = (imported: string): string => `${path.posix.basename(imported)}.js`;

function besideTheBundle(onUse: (imported: string) => void): Plugin {
  return {
    name: 'lazy-files-beside-the-bundle',
    setup(builder) {
      builder.onResolve({ filter: /^\.\/[\w-]+$/ }, ({ kind, path: imported }) => {
        if (kind !== 'dynamic-import' || !(imported in lazyEntries)) return undefined;
        onUse(imported);
        return { path: `./${lazyFileOf(imported)}`, external: true };
      });
    },
  };
}

/** The font that PDF files embed, beside the code that makes them. */
const fontFile = path.join(root, 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

async function bundle(entry: string, plugins: Plugin[] = []): Promise<Buffer> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    treeShaking: true,
    charset: 'utf8',
    // Names stay: logs and traces of what fails are read by people.
    minifyWhitespace: true,
    minifySyntax: true,
    // `import()` becomes `require`, which every Node of the cloud has for a file of ours.
    supported: { 'dynamic-import': false },
    plugins,
    absWorkingDir: root,
    logLevel: 'silent',
  });
  return Buffer.from(result.outputFiles[0]?.contents ?? []);
}

/**
 * Bundles every cloud function, with the SDK, into `<outFolder>/<name>/` with its `config.json` and its compiled code:
 * for the Node that runs this, and with `forCloud` for that of WeChat's cloud.
 * @throws esbuild's BuildFailure with file and line
 */
export async function buildFunctions(
  outFolder: string,
  names: readonly string[] = functionNames,
  { forCloud = false }: { readonly forCloud?: boolean } = {},
): Promise<void> {
  await Promise.all(
    names.map(async (name) => {
      const folder = path.join(sources, name);
      const lazy = new Set<string>();
      const main = wrap(
        await bundle(path.join(folder, 'index.ts'), [besideTheBundle((imported) => lazy.add(imported))]),
      );
      const files = new Map([
        ['index.js', loaderOf(main)],
        [codeFile, main],
        ...(await compile(main, forCloud)),
        ['package.json', functionPackage(name)],
      ]);
      for (const imported of lazy) files.set(lazyFileOf(imported), await bundle(lazyEntries[imported] ?? ''));
      if (lazy.has('./pdf')) files.set(path.basename(fontFile), readFileSync(fontFile));
      const config = path.join(folder, 'config.json');
      if (existsSync(config)) files.set('config.json', readFileSync(config));
      syncFolder(path.join(outFolder, name), files);
    }),
  );
}
