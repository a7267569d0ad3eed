/**
 * What a function's instance starts from: its bundle, the code that V8 made of it before, and the few lines that put
 * the two together. Reading and compiling is most of a cold start (docs/adr/0052-functions-bring-compiled-code.md).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { cloudRuntime, type Runtime } from './cloud-node';

const root = path.resolve(__dirname, '..');

/** The bundle, as the loader finds it beside itself. */
export const codeFile = 'main.js';

/**
 * What is compiled of exactly this code by the V8 with this version. V8 itself compares lengths alone, and would run
 * what another code of the same length was compiled to (findings/code-cache-of-another-source.sh).
 */
export const compiledFile = (code: Buffer, v8: string): string => `main-${hashOf(code).slice(0, 16)}-${v8}.cache`;

const hashOf = (code: Buffer): string => createHash('sha256').update(code).digest('hex');

/**
 * Runs the bundle with the compiled code of the V8 that runs it. Where there is none, or V8 turns it away, the bundle
 * is compiled anew, as any file is.
 */
export function loaderOf(code: Buffer): Buffer {
  return Buffer.from(`'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
const filename = join(__dirname, '${codeFile}');
function compiled() {
  try {
    return readFileSync(join(__dirname, \`${compiledFile(code, '${process.versions.v8}')}\`));
  } catch {
    return undefined;
  }
}
const script = new Script(readFileSync(filename, 'utf8'), { filename, cachedData: compiled() });
script.runInThisContext().call(exports, exports, require, module, filename, __dirname);
`);
}

/** A bundle as Node would wrap a module. */
export function wrap(code: Buffer): Buffer {
  return Buffer.from(Module.wrap(code.toString('utf8')));
}

/** What compiles, run by the Node whose V8 it is for. Once it has answered, what a call needs is compiled, too. */
const compiler = `
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');
const [filename, outFile] = process.argv.slice(1);
const event = { name: 'home.get', input: {} };
const script = new Script(readFileSync(filename, 'utf8'), { filename });
const loaded = { exports: {} };
const own = [loaded.exports, createRequire(filename), loaded, filename, dirname(filename)];
script.runInThisContext().apply(loaded.exports, own);
const finish = () => {
  writeFileSync(outFile, script.createCachedData());
  process.exit(0);
};
setTimeout(finish, 2_000);
Promise.resolve(loaded.exports.main(event, {})).then(finish, finish);
`;

/** As an instance is told where it runs; nothing is asked of it while it compiles. */
const instance = {
  TCB_ENV: 'local',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_SECRETID: 'none',
  TENCENTCLOUD_SECRETKEY: 'none',
  TCB_CONTEXT_KEYS: 'TCB_ENV',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: 'http://127.0.0.1:9/admin' }),
  WX_CONTEXT_KEYS: 'WX_APPID,WX_OPENID',
  WX_APPID: 'none',
  WX_OPENID: 'nobody',
};

const own: Runtime = { node: process.execPath, v8: process.versions.v8 };

/**
 * The compiled code of a wrapped bundle by file name: for the Node that runs this, and with `forCloud` for that of the
 * cloud. What was compiled before is kept by its content.
 * @throws Error with what it printed where the code does not even load
 */
export async function compile(code: Buffer, forCloud: boolean): Promise<ReadonlyMap<string, Buffer>> {
  const runtimes = [own, ...(forCloud ? [await cloudRuntime()] : [])].flatMap((runtime) => runtime ?? []);
  return new Map(runtimes.map((runtime) => [compiledFile(code, runtime.v8), compiledFor(runtime, code)]));
}

function compiledFor({ node, v8 }: Runtime, code: Buffer): Buffer {
  const kept = path.join(root, '.cache/compiled', `${hashOf(code)}-${v8}`);
  if (existsSync(kept)) return readFileSync(kept);
  mkdirSync(path.dirname(kept), { recursive: true });
  const scratch = mkdtempSync(`${kept}-`);
  try {
    const [source, made] = [path.join(scratch, codeFile), path.join(scratch, 'made')];
    writeFileSync(source, code);
    const { status, stderr } = spawnSync(node, ['-e', compiler, source, made], {
      env: { ...instance, PATH: process.env['PATH'] },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`a bundle does not load: ${stderr}`);
    renameSync(made, kept);
    return readFileSync(kept);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
