/** The drill: a community as one encrypted file, opened by a second program, restored into an empty environment. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import SevenZip from '7z-wasm';
import { manifest } from '../../../cloudfunctions/core/schema';
import { archivedCollections } from '../../../cloudfunctions/jobs/archived';
import { parseArchive } from '../../../cloudfunctions/core/passbook/slip/archive';
import { verifyArchive } from '../../../cloudfunctions/core/passbook/slip/verify-archive';
import { localEnvironment } from '../../../tools/archive/environment';
import { makeArchive } from '../../../tools/archive/make';
import { restoreArchive } from '../../../tools/archive/restore';
import { unzip, zip } from '../../../tools/archive/zip';
import { bookOf, loadBooks } from '../../support/books';
import { loadCommunity } from '../../support/community';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { edits, postingsFor } from './edited-books';

jest.setTimeout(300_000);

const password = '连心-archive-2026-11';
const madeAt = new Date('2026-11-24T02:05:00Z');
const communityId = 'qinghe';
const ledger = ['entries', 'passbooks', 'anchors', 'salts'];

let cloud: ApiCloud;
let empty: ApiCloud;
let folder: string;
let files: Map<string, Uint8Array>;
let bytes: Uint8Array;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'archive-'));
  const names = Object.keys(edits);
  cloud = await startApi({
    functions: ['api', 'jobs'],
    demo: {
      load(database) {
        loadCommunity(database);
        loadBooks(
          database,
          names.map((name, index) => bookOf(postingsFor(name, `p_edit${String(index).padStart(2, '0')}`))),
        );
      },
      personas: () => [],
    },
  });
  empty = await startApi({ functions: ['api', 'jobs'], demo: { load: () => undefined, personas: () => [] } });
  await cloud.control('/local/clock', { now: '2026-11-24T01:59:00+08:00', timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 20 * 60_000 });
  const stored = await fetch(`${cloud.url}/local/files/photos/abc.jpg`, {
    method: 'POST',
    headers: { 'x-openid': 'o_resident' },
    body: new Uint8Array([1, 2, 3]),
  });
  const { fileID } = (await stored.json()) as { fileID: string };
  await cloud.change('people', 'p_resident', { portrait: fileID });
  files = await makeArchive(localEnvironment(cloud), communityId, madeAt);
  bytes = await zip(files, password);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([cloud.close(), empty.close()]);
});

const textOf = (name: string, from = files) => Buffer.from(from.get(name) ?? []).toString();
const linesOf = (name: string, from = files) => textOf(`data/${name}.jsonl`, from).split('\n').filter(Boolean);

test('every document of every community is in one archive, but for what is left out', async () => {
  const others = cloud.stored<{ _id: string }>('communities').filter(({ _id }) => _id !== communityId);
  const archives = await Promise.all(others.map(({ _id }) => makeArchive(localEnvironment(cloud), _id, madeAt)));
  for (const name of archivedCollections) {
    const ids = [files, ...archives].flatMap((one) =>
      linesOf(name, one).map((line) => JSON.parse(line) as { _id: string }),
    );
    const stored = cloud.database.browse(name, { limit: 10_000 }) as { _id: string }[];
    expect([name, ids.map(({ _id }) => _id).sort()]).toEqual([name, stored.map(({ _id }) => _id).sort()]);
  }
  const left = manifest.collections.map(({ name }) => name).filter((name) => !archivedCollections.includes(name));
  expect(left).toContain('forms');
  expect(left).not.toContain('orders');
});

test('a second program opens it with the password, and with no other', async () => {
  const sevenZip = await SevenZip({ print: () => undefined, printErr: () => undefined });
  sevenZip.FS.writeFile('archive.zip', bytes);
  const extract = (given: string, name: string) => {
    try {
      sevenZip.callMain(['x', '-y', `-p${given}`, 'archive.zip', name]);
      return Buffer.from(sevenZip.FS.readFile(name));
    } catch {
      return undefined;
    }
  };
  expect(extract(password, 'archive.json')?.toString()).toBe(textOf('archive.json'));
  expect(extract(password, 'files/photos/abc.jpg')).toEqual(Buffer.from([1, 2, 3]));
  await expect(unzip(bytes, 'another-password')).rejects.toThrow();
  expect((await unzip(bytes, password)).size).toBe(files.size);
  expect(Buffer.from(bytes).includes('李秀兰')).toBe(false);
});

test('a weak password is refused', async () => {
  await expect(zip(files, 'short')).rejects.toThrow('LIANXIN_ARCHIVE_PASSWORD');
});

test('its small verifier needs nothing beside it, and notices what was changed', () => {
  for (const name of ['verify.js', 'archive.json']) writeFileSync(path.join(folder, name), files.get(name) ?? '');
  expect(execFileSync(process.execPath, ['verify.js'], { cwd: folder }).toString()).toContain('the archive holds');
  const changed = JSON.parse(textOf('archive.json')) as { lines: { points: number }[] };
  const [line] = changed.lines;
  if (line) line.points += 1;
  expect(verifyArchive(parseArchive(JSON.stringify(changed))).wrong).toMatch(/does not hold from line/);
  expect(verifyArchive(parseArchive(textOf('archive.json')))).toMatchObject({ wrong: null });
});

test('restored into an empty environment, the ledger is the same byte for byte, and people go on', async () => {
  const to = localEnvironment(empty);
  const { documents } = await restoreArchive(to, await unzip(bytes, password));
  expect(documents).toBeGreaterThan(100);
  const again = await makeArchive(to, communityId, madeAt);
  for (const name of ledger) {
    expect(linesOf(name).length).toBeGreaterThan(0);
    expect(textOf(`data/${name}.jsonl`, again)).toBe(textOf(`data/${name}.jsonl`));
  }
  expect(textOf('archive.json', again)).toBe(textOf('archive.json'));
  for (const name of archivedCollections.filter((one) => one !== 'people'))
    expect([name, linesOf(name, again)]).toEqual([name, linesOf(name)]);
  expect(again.get('files/photos/abc.jpg')).toEqual(files.get('files/photos/abc.jpg'));
  await empty.setClock('2026-11-24T10:00:00+08:00');
  const requestId = newRequest();
  expect(await empty.callAs('o_resident', 'person.saveSettings', { elder: true, requestId })).toMatchObject({
    ok: true,
  });
});

test('nothing is restored beside a community that stands', async () => {
  await expect(restoreArchive(localEnvironment(cloud), files)).rejects.toThrow('stands in this environment already');
});

test('a person sets none of it off', async () => {
  for (const name of ['copy', 'links', 'restore'])
    expect(
      (await cloud.call('jobs', { name, communityId, collection: 'people', after: '' }, 'o_secretary')).status,
    ).not.toBe(200);
});
