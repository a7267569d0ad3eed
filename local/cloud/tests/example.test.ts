import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { killCommands, post, startCommand } from './support/command';

const example = path.resolve(__dirname, '../examples/guestbook');
const dataFolder = mkdtempSync(path.join(tmpdir(), 'guestbook-'));
afterAll(() => {
  killCommands();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** The options of the command in the README, but for a data folder and a port of the test's own. */
function optionsOf(readme: string): string[] {
  const command = /^npm run cloud -- (.+)$/m.exec(readme)?.[1]?.split(' ') ?? [];
  const replace = (option: string, value: string) => {
    expect(command).toContain(option);
    command[command.indexOf(option) + 1] = value;
  };
  replace('--data', dataFolder);
  replace('--port', '0');
  return command;
}

it('starts as its README says, serves its functions and runs its timer', async () => {
  const { child, url } = await startCommand(optionsOf(readFileSync(path.join(example, 'README.md'), 'utf8')));
  const call = (event: object) => post(`${url}/local/functions/guestbook`, event, 'oANNA');
  expect(await call({ name: 'sign', text: 'Good morning' })).toMatchObject({ signed: true });
  expect(await call({ name: 'sign', text: '违禁' })).toEqual({ signed: false });
  expect(await call({ name: 'sign', text: 'Good night' })).toMatchObject({ signed: true });
  const { entries } = (await call({ name: 'list' })) as { entries: { text: string }[] };
  expect(entries.map(({ text }) => text)).toEqual(['Good night', 'Good morning']);
  expect(await post(`${url}/local/clock`, { advanceMs: 86_400_000 }, 'oANNA')).toMatchObject({ fired: 1 });
  expect(await (await fetch(`${url}/local?collection=digests`)).text()).toContain('&quot;total&quot;: 2');
  expect(await post(`${url}/local/functions/digest`, {}, 'oANNA')).toMatchObject({ errCode: -502003 });
  const ask = (fields: object) => post(`${url}/local/database`, { collectionName: 'entries', ...fields }, 'oANNA');
  expect(await ask({ action: 'database.getDocument', order: '{"at":-1}' })).toMatchObject({ data: { limit: 20 } });
  expect(await ask({ action: 'database.removeDocument', query: '{}' })).toMatchObject({
    code: 'DATABASE_PERMISSION_DENIED',
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
}, 60_000);
