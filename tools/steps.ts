import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** One command of a longer task, by its package's name in node_modules/.bin. */
export interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

const bin = path.resolve(__dirname, '../node_modules/.bin');

/** Runs the steps in turn, prints what each took, and ends the process at the first that fails. */
export function run(steps: readonly Step[]): void {
  for (const { name, command } of steps) {
    const [program = '', ...args] = command;
    const startMs = performance.now();
    const { status } = spawnSync(path.join(bin, program), args, { stdio: 'inherit', shell: process.platform === 'win32' });
    const tookMs = Math.round(performance.now() - startMs);
    console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${tookMs} ms)`);
    if (status !== 0) process.exit(status ?? 1);
  }
}
