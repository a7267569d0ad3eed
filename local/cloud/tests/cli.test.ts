import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { functionsFolder } from './fixtures';
import { killCommands, post, startCommand } from './support/command';

const folder = mkdtempSync(path.join(tmpdir(), 'cloud-cli-'));
afterAll(() => {
  killCommands();
  rmSync(folder, { recursive: true, force: true });
});

const start = (...more: string[]) =>
  startCommand(['--functions', functionsFolder, '--data', path.join(folder, 'data'), '--port', '0', ...more]);

it('npm run cloud serves a folder of functions, loses nothing in a SIGKILL, and takes a manifest', async () => {
  const manifest = path.join(folder, 'manifest.json');
  writeFileSync(
    manifest,
    JSON.stringify({
      collections: [{ name: 'notes', indexes: [{ name: 'owner', fields: [{ name: 'owner', direction: 1 }] }] }],
    }),
  );
  const first = await start('--manifest', manifest, '--strict');
  await post(`${first.url}/local/clock`, { now: '2027-05-01T00:00:00Z', timers: 'skip' }, 'oCLI');
  const acknowledged: string[] = [];
  const write = async (worker: number): Promise<void> => {
    for (let index = 0; ; index += 1) {
      const id = `w${worker}-${index}`;
      const reply = (await post(`${first.url}/local/functions/ledger`, { name: 'add', id }, 'oCLI')) as { ok: boolean };
      if (reply.ok) acknowledged.push(id);
      if (acknowledged.length === 40) first.child.kill('SIGKILL');
    }
  };
  const writers = await Promise.allSettled([0, 1, 2, 3].map(write));
  expect(writers.map((writer) => writer.status)).toEqual(Array(4).fill('rejected'));
  expect(acknowledged.length).toBeGreaterThanOrEqual(40);

  const second = await start('--manifest', manifest, '--strict');
  for (const id of acknowledged) {
    expect(await post(`${second.url}/local/functions/ledger`, { name: 'get', id }, 'oCLI')).toMatchObject({
      ok: true,
      data: { _id: id, owner: 'oCLI' },
    });
  }
  expect(await post(`${second.url}/local/functions/ledger`, { name: 'count', owner: 'oCLI' }, 'oCLI')).toMatchObject({
    ok: true,
  });
  const clock = (await (await fetch(`${second.url}/local/clock`)).json()) as { now: string };
  expect(clock.now.slice(0, 10)).toBe('2027-05-01');
  const ended = new Promise((resolve) => second.child.on('exit', resolve));
  second.child.kill('SIGTERM');
  expect(await ended).toBe(0);
}, 60_000);

it('says how it is used, and what is wrong', async () => {
  await expect(start('--port', 'x')).rejects.toThrow('--port x: no port');
  await expect(start('--functions', path.join(folder, 'nowhere'))).rejects.toThrow('no such folder');
  await expect(start('--manifest', path.join(folder, 'none.json'))).rejects.toThrow('none.json');
}, 60_000);
