import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

const sourceFolder = path.join(__dirname, 'worker');
/** Beside the package; nothing is lost with it. */
const cacheFolder = path.join(__dirname, '..', '.cache');

let code: string | undefined;

/** Only where nothing was kept: esbuild starts a process of its own. */
function bundle(): string {
  const text = buildSync({
    entryPoints: [path.join(sourceFolder, 'entry.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
    logLevel: 'silent',
  }).outputFiles[0]?.text;
  if (text === undefined) throw new Error('the instance program did not compile');
  return text;
}

/** Names the program by all that it is made of: its folder imports nothing else but types. */
function sourceHash(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(sourceFolder).sort())
    hash.update(`${name}\n`).update(readFileSync(path.join(sourceFolder, name)));
  return hash.digest('hex');
}

const isAbsent = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

/** Where the folder cannot be written, the program is made again by the next process. */
function keep(file: string, text: string): void {
  const own = `${file}.${String(process.pid)}`;
  try {
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(own, text);
    renameSync(own, file);
  } catch {
    return;
  }
}

/**
 * The instance's program as plain JavaScript: a worker thread has none of its host's loaders. It is made once for each
 * state of its sources, for all processes.
 */
export function workerCode(): string {
  if (code !== undefined) return code;
  const file = path.join(cacheFolder, `instance-${sourceHash()}.js`);
  try {
    code = readFileSync(file, 'utf8');
  } catch (error) {
    if (!isAbsent(error)) throw error;
    code = bundle();
    keep(file, code);
  }
  return code;
}
