import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SlipView } from '../../../miniprogram/contracts/passbook';
import { parseArchive } from '../../../cloudfunctions/core/passbook/slip/archive';
import { anchors } from '../../../cloudfunctions/core/passbook/anchor/anchor';
import { developmentSigningKey } from '../../../local/demo/signing-key';
import { openSigner } from '../../../cloudfunctions/core/platform/signer';
import { readArchive } from '../../../tools/archive';
import { runVerifySlip } from '../../../tools/verify-slip';
import { bookOf, loadBooks } from '../../support/books';
import { couriersBranch, loadCommunity } from '../../support/community';
import { startApi, type ApiCloud } from '../../support/api';
import { edits, postingsFor } from './edited-books';
import { noticed } from './noticed';

jest.setTimeout(180_000);

const names = Object.keys(edits);
const personOf = (name: string) => `p_edit${String(names.indexOf(name)).padStart(2, '0')}`;
const { publicKey } = openSigner(developmentSigningKey);

let cloud: ApiCloud;
let folder: string;
const slips = new Map<string, SlipView>();
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'slips-'));
  cloud = await startApi({
    functions: ['api', 'jobs'],
    demo: {
      load(database) {
        loadCommunity(database);
        loadBooks(database, [...names.map((name) => bookOf(postingsFor(name, personOf(name)))), couriersBook()]);
      },
      personas: () => [],
    },
  });
  await cloud.control('/local/clock', { now: '2026-11-24T01:59:00+08:00', timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 2 * 60_000 });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await cloud.close();
});

/** A book that the couriers' branch keeps. */
function couriersBook(): ReturnType<typeof bookOf> {
  const branch = { branchId: couriersBranch._id, branchName: couriersBranch.name };
  return bookOf(postingsFor('nothing', 'p_rider').map((posting) => ({ ...posting, ...branch })));
}

const slipOf = (name: string, openid = 'o_secretary') =>
  cloud.callAs(openid, 'passbook.slip', { unit: 'service', month: '2026-11', personId: personOf(name) });
async function writeArchive(): Promise<string> {
  const file = path.join(folder, 'archive.json');
  const invoke = (event: object) => cloud.invoke('jobs', event, { source: 'deploy' });
  writeFileSync(file, await readArchive(invoke, 'qinghe', new Date('2026-11-24T02:05:00Z')));
  return file;
}
function verify(file: string, { code, signature = '' }: SlipView, ...more: string[]) {
  const said: string[] = [];
  const args = ['--archive', file, '--slip', code, ...(more.includes('--signature') ? [] : ['--signature', signature])];
  const isRight = runVerifySlip([...args, ...more], (line) => said.push(line));
  return { isRight, said };
}

test('a slip says a month of a book, signed, with the anchor that covers it', async () => {
  for (const name of names) {
    const reply = await slipOf(name);
    if (!reply.ok) throw new Error(reply.code);
    slips.set(name, reply.data);
  }
  const slip = slips.get('nothing')!;
  expect(slip).toMatchObject({
    name: '孙建国',
    month: '2026-11',
    opening: 0,
    closing: 25,
    sequence: 5,
    anchor: { day: '2026-11-24' },
    publicKey,
  });
  expect(slip.lines.map(({ sequence, balance }) => [sequence, balance])).toEqual([
    [1, 5],
    [2, 10],
    [3, 15],
    [4, 20],
    [5, 25],
  ]);
  expect(slip.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){11}[0-9A-HJKMNP-TV-Z]{4}$/);
  const december = { unit: 'service', month: '2026-12', personId: personOf('nothing') } as const;
  expect(await cloud.getAs('o_secretary', 'passbook.slip', december)).toMatchObject({
    opening: 25,
    closing: 25,
    sequence: 5,
    lines: [],
  });
  expect(await slipOf('nothing', 'o_member')).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  expect(await slipOf('nothing', 'o_strangerSecretary')).toMatchObject({ ok: false, code: 'NOT_FOUND' });
});

test('every slip agrees with the archive, by its code and its signature', async () => {
  const file = await writeArchive();
  for (const name of names)
    expect([name, verify(file, slips.get(name)!).said.at(-1)]).toEqual([name, 'the slip and the archive agree']);
  const slip = slips.get('nothing')!;
  expect(verify(file, slip).said).toContain(`right: the slip was signed with the key ${slip.keyId}`);
  const typed = slip.code.toLowerCase().replaceAll('-', ' ');
  expect(verify(file, { ...slip, code: typed }).isRight).toBe(true);
  const letter = slip.code.startsWith('0') ? '1' : '0';
  expect(verify(file, { ...slip, code: letter + slip.code.slice(1) }).said).toEqual([
    'wrong: the code was mistyped: its check does not fit',
  ]);
  const others = slips.get('a salt changed')!.signature!;
  expect(verify(file, slip, '--signature', others).said.at(-1)).toBe(
    'wrong: the signature is not of this slip and these keys',
  );
  expect(verify(file, slip, '--key', 'AAAA').said.at(-1)).toContain('wrong: the archive names other public keys');
});

test('a slip of another branch agrees with the archive, which has the anchors of all branches', async () => {
  const asked = { unit: 'service', month: '2026-11', personId: 'p_rider' } as const;
  const slip = await cloud.getAs('o_inspector', 'passbook.slip', asked);
  expect(slip.anchor?.day).toBe('2026-11-24');
  const file = await writeArchive();
  const archive = parseArchive(readFileSync(file, 'utf8'));
  expect(new Set(archive.anchors.map(({ communityId }) => communityId))).toEqual(
    new Set(['qinghe', couriersBranch._id]),
  );
  expect(verify(file, slip).said.at(-1)).toBe('the slip and the archive agree');
  const { database } = await cloud.services();
  await database.updateWhere(anchors, { _id: `${couriersBranch._id}:2026-11-24` }, { set: { root: 'another' } });
  expect(verify(await writeArchive(), slip).said.at(-1)).toContain('wrong: the anchor of 2026-11-24 does not hold');
  await database.removeWhere(anchors, { _id: `${couriersBranch._id}:2026-11-24` });
  expect(verify(await writeArchive(), slip).said.at(-1)).toBe(
    'wrong: the slip knew an anchor of 2026-11-24, which is missing',
  );
});

test('after an edit the slip and the archive say what is not right', async () => {
  const { database } = await cloud.services();
  const found: Record<string, string> = {};
  for (const name of names) {
    const personId = personOf(name);
    if (name !== 'a salt emptied without a signature')
      await edits[name]!({ database, personId, bookId: `${personId}:service` });
  }
  const file = await writeArchive();
  for (const name of names) found[name] = verify(file, slips.get(name)!).said.at(-1)!;
  const last = 'a salt emptied without a signature';
  await edits[last]!({ database, personId: personOf(last), bookId: `${personOf(last)}:service` });
  found[last] = verify(await writeArchive(), slips.get(last)!).said.at(-1)!;
  for (const name of names)
    expect([name, found[name]]).toEqual([
      name,
      noticed[name]!.slip === null ? 'the slip and the archive agree' : expect.stringContaining(noticed[name]!.slip),
    ]);
});

test('an anchor that is gone is missed by every slip that knew it', async () => {
  const { database } = await cloud.services();
  await database.updateWhere(
    (await import('../../../cloudfunctions/core/passbook/salts')).salts,
    { _id: personOf('a salt emptied without a signature') },
    { set: { salt: `salt of ${personOf('a salt emptied without a signature')}` } },
  );
  await database.removeWhere(anchors, { _id: 'qinghe:2026-11-24' });
  expect(verify(await writeArchive(), slips.get('nothing')!).said.at(-1)).toBe(
    'wrong: the slip knew an anchor of 2026-11-24, which is missing',
  );
});
