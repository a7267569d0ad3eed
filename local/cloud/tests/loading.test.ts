import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCloud } from '..';
import { brokenFolder, functionsFolder } from './fixtures';
import { startTestCloud } from './support/test-cloud';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'loading-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

it('a function that cannot be loaded says why, and stops no other', async () => {
  const folder = newFolder();
  cpSync(brokenFolder, folder, { recursive: true });
  const cloud = await startTestCloud({ functionsFolder: folder });
  try {
    const ways: [string, string][] = [
      ['missing', "Cannot find module 'left-pad-of-nobody'"],
      ['syntax', 'Unexpected token'],
      ['nomain', 'index.js exports no function main'],
    ];
    for (const [name, message] of ways) {
      expect(await cloud.call(name, {})).toMatchObject({
        status: 500,
        body: { errCode: -504002, errMsg: expect.stringContaining(message) as string },
      });
    }
    expect(await cloud.invoke('good', {}, {})).toBe('good');
  } finally {
    await cloud.close();
  }
}, 30_000);

it('new code is taken up by the next call', async () => {
  const functionsFolder = newFolder();
  const write = (text: string) => {
    mkdirSync(path.join(functionsFolder, 'changing'), { recursive: true });
    writeFileSync(
      path.join(functionsFolder, 'changing', 'index.js'),
      `exports.main = async () => ${JSON.stringify(text)}`,
    );
  };
  write('first');
  const cloud = await startTestCloud({ functionsFolder });
  try {
    expect(await cloud.invoke('changing', {}, {})).toBe('first');
    write('the second');
    expect(await cloud.invoke('changing', {}, {})).toBe('the second');
    rmSync(path.join(functionsFolder, 'changing'), { recursive: true });
    await expect(cloud.invoke('changing', {}, {})).rejects.toMatchObject({ errCode: -501000 });
  } finally {
    await cloud.close();
  }
}, 30_000);

it.each([
  ['{"timeout": 0}', 'timeout'],
  ['{"triggers": [{"name": "t", "type": "timer", "config": "0 0 2 * * *"}]}', '7 fields'],
  ['{"triggers": [{"name": "1t", "type": "timer", "config": "0 0 2 * * * *"}]}', 'changing'],
  ['{', 'JSON'],
])(
  'a config.json that says %s ends the start with the function’s name',
  async (config, message) => {
    const functionsFolder = newFolder();
    mkdirSync(path.join(functionsFolder, 'changing'));
    writeFileSync(path.join(functionsFolder, 'changing', 'index.js'), 'exports.main = async () => 1');
    writeFileSync(path.join(functionsFolder, 'changing', 'config.json'), config);
    const start = startCloud({ functionsFolder, dataFolder: newFolder(), port: 0 });
    await expect(start).rejects.toThrow('cloud function changing');
    await expect(start).rejects.toThrow(message);
  },
  30_000,
);

it('a port that is taken ends the start, and leaves the data free for the next one', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const dataFolder = newFolder();
  await expect(startCloud({ functionsFolder, dataFolder, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
  const cloud = await startCloud({ functionsFolder, dataFolder, port: 0 });
  await cloud.close();
}, 30_000);
