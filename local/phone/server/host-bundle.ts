/** Bundles the browser's side of the phone: the runtime with components and APIs, the frame, and their styles. */
import { join } from 'node:path';
import { build } from 'esbuild';

const browserFolder = join(__dirname, '..', 'browser');

/** Writes `areas.js`, the list of regions that a region picker loads when it opens. */
export async function bundleAreas(outFolder: string): Promise<void> {
  await bundlePart(outFolder, { areas: '@vant/area-data' }, 'esm');
}

/** Writes `database.js`, which stands before the app's scripts where they use the database themselves. */
export async function bundleDatabase(outFolder: string): Promise<void> {
  await bundlePart(outFolder, { database: join(browserFolder, 'wx', 'database', 'main.ts') }, 'iife');
}

async function bundlePart(outFolder: string, entry: Record<string, string>, format: 'esm' | 'iife'): Promise<void> {
  await build({
    entryPoints: entry,
    outdir: outFolder,
    bundle: true,
    format,
    charset: 'utf8',
    minify: true,
    logLevel: 'error',
  });
}

/** Writes `host.js`, `frame.js`, `phone.css` and `frame-style.css` into the folder. */
export async function bundleHost(outFolder: string, production: boolean): Promise<void> {
  await build({
    entryPoints: {
      host: join(browserFolder, 'runtime', 'main.ts'),
      frame: join(browserFolder, 'frame', 'main.ts'),
      phone: join(browserFolder, 'phone.css'),
      'frame-style': join(browserFolder, 'frame', 'frame.css'),
    },
    outdir: outFolder,
    bundle: true,
    format: 'iife',
    target: ['chrome118', 'safari17.4'],
    charset: 'utf8',
    minify: production,
    sourcemap: production ? false : 'linked',
    define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
    logLevel: 'error',
  });
}
