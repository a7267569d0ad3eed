import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildFunctions } from '../build';
import { percentile } from './measurements';

const root = path.resolve(__dirname, '../..');

/** How long a fresh process takes to load the SDK alone, and the function `api` after it. */
export interface ColdStart {
  readonly sdkMs: number;
  readonly apiAddsMs: number;
  readonly budgetMs: number;
}

function program(apiFile: string): string {
  return [
    'const start = performance.now();',
    "require('wx-server-sdk');",
    'const sdk = performance.now();',
    `require(${JSON.stringify(apiFile)});`,
    'console.log(JSON.stringify([sdk - start, performance.now() - sdk]));',
  ].join('');
}

/** Medians over fresh processes. The function's own `init` runs at load, as it does in the cloud. */
export async function measureColdStart(runs = 9): Promise<ColdStart> {
  const folder = path.join(root, '.cache/bench-functions');
  await buildFunctions(folder);
  const env = {
    ...process.env,
    TCB_ENV: 'local',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
  };
  const times = Array.from({ length: runs }, (): [number, number] => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', program(path.join(folder, 'api/index.js'))], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const [sdkMs = 0, apiMs = 0] = stdout.trim().replace(/[[\]]/g, '').split(',').map(Number);
    return [sdkMs, apiMs];
  });
  const median = (column: 0 | 1) =>
    Math.round(
      percentile(
        times.map((row) => row[column]),
        0.5,
      ) * 10,
    ) / 10;
  return { sdkMs: median(0), apiAddsMs: median(1), budgetMs: 60 };
}
