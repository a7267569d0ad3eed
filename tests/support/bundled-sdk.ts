/**
 * The unmodified wx-server-sdk in one file with compiled code beside it. Loading its hundreds of files takes every
 * function instance half a second of computing, and tests start hundreds of instances; so it takes a quarter of that.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';

const root = path.resolve(__dirname, '../..');
const sdk = 'wx-server-sdk';
const nodeRequire = createRequire(__filename);

/** Runs `sdk.js` with its compiled code; a Node that compiled otherwise refuses that, and compiles anew. */
const loader = `const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
const filename = join(__dirname, 'sdk.js');
const cachedData = readFileSync(join(__dirname, 'sdk.cache'));
const script = new Script(readFileSync(filename, 'utf8'), { filename, cachedData });
script.runInThisContext().call(exports, exports, require, module, filename, __dirname);
`;

/** Compiled after it ran once: what a call needs is in it, too. */
function compiled(code: string, filename: string): Buffer {
  const script = new vm.Script(code, { filename });
  const loaded = { exports: {} as { init(options: object): void; database(): unknown } };
  script.runInThisContext().call(loaded.exports, loaded.exports, nodeRequire, loaded, filename, path.dirname(filename));
  loaded.exports.init({ env: 'local' });
  loaded.exports.database();
  return script.createCachedData();
}

async function make(folder: string): Promise<void> {
  mkdirSync(path.dirname(folder), { recursive: true });
  const scratch = mkdtempSync(`${folder}-`);
  const { outputFiles } = await build({
    entryPoints: [nodeRequire.resolve(sdk)],
    ...{ bundle: true, write: false, platform: 'node', target: 'node20', format: 'cjs', charset: 'utf8' },
    logLevel: 'silent',
  });
  const code = Module.wrap(outputFiles[0]?.text ?? '');
  writeFileSync(path.join(scratch, 'sdk.js'), code);
  writeFileSync(path.join(scratch, 'sdk.cache'), compiled(code, path.join(folder, 'sdk.js')));
  writeFileSync(path.join(scratch, 'index.js'), loader);
  try {
    renameSync(scratch, folder);
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Puts the SDK where the functions of a folder find it first: into the `node_modules` beside them. */
export async function bundleSdk(functionsFolder: string): Promise<void> {
  const manifest = readFileSync(nodeRequire.resolve(`${sdk}/package.json`), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = path.join(root, `.cache/${sdk}-${version}-node-${process.versions.node}-${process.arch}`);
  if (!existsSync(folder)) await make(folder);
  const place = path.join(functionsFolder, 'node_modules', sdk);
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, 'index.js'), `module.exports = require(${JSON.stringify(folder)});\n`);
}
