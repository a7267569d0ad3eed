import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { sdkEnvironment } from '@lianxin/local-cloud';
import { cloudRuntime } from '../cloud-node';
import { buildFunctions } from '../functions';
import { startBenchEnvironment } from './environment';
import { percentile } from './measurements';

const root = path.resolve(__dirname, '../..');
const folder = path.join(root, '.cache/cold-functions');

/** Loading and first call in a fresh process: of a function that only requires the SDK, and of the cold `api`. */
export interface ColdStart {
  readonly node: string;
  readonly emptyMs: number;
  readonly apiMs: number;
  /** The second over the first, to be half at most. */
  readonly ratio: number;
}

const empty = "const cloud = require('wx-server-sdk');\ncloud.init();\nexports.main = async () => ({ ok: true });\n";

/** Prints how long it took from the first line to the answer. */
const program = `const start = performance.now();
const loaded = require(process.argv[1]);
loaded.main({ name: 'home.get', input: {} }, {}).then((reply) => {
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  process.stdout.write(String(performance.now() - start));
  process.exit(0);
});`;

const caller = { WX_CONTEXT_KEYS: 'WX_APPID,WX_OPENID', WX_APPID: 'wx10ca110ca110ca11', WX_OPENID: 'resident-luo' };

const run = promisify(execFile);

/** The cloud answers from this process, so that nothing here waits without letting it. */
async function runOnce(node: string, file: string, url: string): Promise<number> {
  const env = { PATH: process.env['PATH'], ...sdkEnvironment(url), ...caller };
  const { stdout } = await run(node, ['-e', program, file], { env });
  return Number(stdout);
}

const median = (values: readonly number[]): number => Math.round(percentile(values, 0.5) * 10) / 10;

/** Medians over fresh processes, both kinds in turn, on this Node and on that of the cloud where it can be run. */
export async function measureColdStart(runs = 9): Promise<ColdStart[]> {
  await buildFunctions(folder, ['api'], { forCloud: true });
  const emptyFile = path.join(folder, 'empty/index.js');
  mkdirSync(path.dirname(emptyFile), { recursive: true });
  writeFileSync(emptyFile, empty);
  const environment = await startBenchEnvironment(1, (id) => (id === 'changqingteng' ? 1 : 0));
  const cloudNode = (await cloudRuntime())?.node;
  const nodes = [process.execPath, ...(cloudNode === undefined ? [] : [cloudNode])];
  const measured: ColdStart[] = [];
  try {
    for (const node of nodes) measured.push(await measureOn(node, { runs, emptyFile, url: environment.cloud.url }));
    return measured;
  } finally {
    await environment.close();
  }
}

interface Run {
  readonly runs: number;
  readonly emptyFile: string;
  readonly url: string;
}

async function measureOn(node: string, { runs, emptyFile, url }: Run): Promise<ColdStart> {
  const times: [number, number][] = [];
  while (times.length < runs)
    times.push([await runOnce(node, emptyFile, url), await runOnce(node, path.join(folder, 'api/index.js'), url)]);
  const [emptyMs, apiMs] = [median(times.map(([first]) => first)), median(times.map(([, second]) => second))];
  const { stdout: version } = await run(node, ['-v']);
  return { node: version.trim(), emptyMs, apiMs, ratio: Math.round((apiMs / emptyMs) * 100) / 100 };
}
