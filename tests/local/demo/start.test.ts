import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

interface Run {
  child: ChildProcess;
  /** What it printed so far, both streams. */
  printed(): string;
  /** Resolves with the line that matches, or rejects when the process ends before. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
  ended: Promise<number | null>;
}

const children: ChildProcess[] = [];

function start(environment: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/start.ts'], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  children.push(child);
  let text = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const says = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(text);
        if (match) resolve(match);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(text)));
    });
  return { child, printed: () => text, says, ended };
}

describe('npm start', () => {
  let dataFolder: string;
  beforeAll(() => {
    dataFolder = mkdtempSync(path.join(os.tmpdir(), 'start-'));
  });
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('prints where it is ready, answers as a person of the demo, ends at SIGTERM, keeps what was done', async () => {
    const first = start({ PORT: '0', LIANXIN_DATA: dataFolder });
    const [, url = ''] = await first.says(/^ready (http:\/\/127\.0\.0\.1:\d+)$/m);
    const call = async (
      at: string,
      name: string,
      input: object,
    ): Promise<{ ok: boolean; data: Record<string, unknown> }> =>
      (await (
        await fetch(`${at}/local/functions/api`, {
          method: 'POST',
          headers: { 'x-openid': 'resident-luo' },
          body: JSON.stringify({ name, input }),
        })
      ).json()) as never;
    expect(await call(url, 'person.getSession', {})).toMatchObject({
      ok: true,
      data: { name: '罗美玲', elder: false },
    });
    expect(
      await call(url, 'person.saveSettings', { elder: true, requestId: 'request-of-the-start-test' }),
    ).toMatchObject({
      ok: true,
    });
    const page = await fetch(url);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    const cards = (await (await fetch(`${url}/local/cards`)).json()) as { path: string }[];
    expect(cards[0]?.path).toMatch(/^packages\/resident\/card\/card\?scene=\w+$/);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const second = start({ PORT: '0', LIANXIN_DATA: dataFolder });
    const [, again = ''] = await second.says(/^ready (http:\/\/127\.0\.0\.1:\d+)$/m);
    expect(await call(again, 'person.getSession', {})).toMatchObject({ ok: true, data: { elder: true } });
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  }, 120_000);

  it('says what to do when the port is taken', async () => {
    const taken: Server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const run = start({ PORT: String(port), LIANXIN_DATA: dataFolder });
    expect(await run.ended).toBe(1);
    expect(run.printed()).toContain(`port ${port} is taken; choose another: PORT=${port + 1} npm start`);
    taken.close();
  }, 60_000);

  it('names a port that is none', async () => {
    const run = start({ PORT: 'eighty', LIANXIN_DATA: dataFolder });
    expect(await run.ended).toBe(1);
    expect(run.printed()).toContain('PORT=eighty is no port');
  }, 60_000);
});
