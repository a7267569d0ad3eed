import { spawn } from 'node:child_process';
import path from 'node:path';

/** One command of a longer task, by its package's name in node_modules/.bin. */
export interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

const bin = path.resolve(__dirname, '../node_modules/.bin');

/** @returns the command's exit code; its output comes whole when it ends, so that steps side by side do not mingle */
function runStep({ name, command: [program = '', ...args] }: Step, isAlone: boolean): Promise<number> {
  const startMs = performance.now();
  const child = spawn(path.join(bin, program), args, {
    stdio: ['inherit', isAlone ? 'inherit' : 'pipe', isAlone ? 'inherit' : 'pipe'],
    shell: process.platform === 'win32',
  });
  const said: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${Math.round(performance.now() - startMs)} ms)`);
      resolve(status ?? 1);
    });
  });
}

/** Runs the steps in order, `atOnce` of them side by side, and ends the process at the first that fails. */
export async function run(steps: readonly Step[], atOnce = 1): Promise<void> {
  const waiting = [...steps];
  const workOff = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const status = await runStep(step, atOnce === 1);
      if (status !== 0) process.exit(status);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workOff));
}
