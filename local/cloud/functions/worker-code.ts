import path from 'node:path';
import { buildSync } from 'esbuild';

let code: string | undefined;

/** The instance's program as plain JavaScript: a worker thread has none of its host's loaders. */
export function workerCode(): string {
  code ??= buildSync({
    entryPoints: [path.join(__dirname, 'worker', 'entry.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
    logLevel: 'silent',
  }).outputFiles[0]?.text;
  if (code === undefined) throw new Error('the instance program did not compile');
  return code;
}
