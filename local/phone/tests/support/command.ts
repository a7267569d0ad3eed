/** Starts the phone as a command, in a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';

export interface RunningCommand {
  readonly output: string;
  /** The address that it printed; '' if it ended before. */
  readonly url: string;
  /** The exit code of a command that ended before it was ready. */
  readonly code: number | null;
  stop(): Promise<void>;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}

/** Runs Node with these arguments until the phone is ready or has ended. */
export function runPhone(args: readonly string[], cwd: string): Promise<RunningCommand> {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /ready (http:\S+)/.exec(output)?.[1];
      if (url !== undefined) resolve({ output, url, code: null, stop: () => stop(child) });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      resolve({ output, url: '', code, stop: () => stop(child) });
    });
  });
}
