import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder that `npm run cloud` runs in. */
const root = path.resolve(__dirname, '../../../..');
const started: ChildProcess[] = [];

export interface RunningCommand {
  readonly child: ChildProcess;
  readonly url: string;
}

/** What `npm run cloud` stands for in the package.json at the top. */
function commandWords(): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  return String(scripts['cloud']).split(' ');
}

/** Starts the command itself, and waits for its line `ready <url>`. */
export function startCommand(options: readonly string[]): Promise<RunningCommand> {
  const [program = '', ...words] = commandWords();
  const child = spawn(program === 'node' ? process.execPath : program, [...words, ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += String(chunk);
      const url = /^ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(printed)?.[1];
      if (url !== undefined) resolve({ child, url });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${printed}`)));
  });
}

/** Ends every command that this file has started. */
export function killCommands(): void {
  for (const child of started) child.kill('SIGKILL');
}

export async function post(url: string, body: object, openid: string): Promise<unknown> {
  return (await fetch(url, { method: 'POST', headers: { 'x-openid': openid }, body: JSON.stringify(body) })).json();
}
