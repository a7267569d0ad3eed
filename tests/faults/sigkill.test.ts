import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { manifest } from '../../cloudfunctions/core/schema';
import type { Order } from '../../cloudfunctions/core/order/document/order';
import type { Entry } from '../../cloudfunctions/core/passbook/entry';
import type { Passbook } from '../../cloudfunctions/core/passbook/passbook';
import { verifyBook } from '../../cloudfunctions/core/passbook/rules/verification';
import type { Reply } from '../../miniprogram/contracts/error';
import type { OrderView } from '../../miniprogram/contracts/order';
import { buildFunctions } from '../../tools/functions';
import { startTestCloud } from '../support/local-cloud';
import { completed, communityWithMembers } from './many-members';

jest.setTimeout(300_000);

const root = path.resolve(__dirname, '../..');
const confirmations = 200;
const helpers = 20;
const lanes = 8;
/** The cloud is killed after so many acknowledgements, in the middle of the others. */
const killAfter = 60;
const folder = mkdtempSync(path.join(tmpdir(), 'sigkill-'));
const functionsFolder = path.join(root, '.cache/functions-sigkill');
const dataFolder = path.join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const orderIds = Array.from({ length: confirmations }, (_, index) => `oKILL${index}`);
const inputOf = (orderId: string) => ({ orderId, version: 4, stars: 5, tags: [], requestId: `request-${orderId}` });

async function confirm(url: string, orderId: string): Promise<Reply<OrderView>> {
  const body = JSON.stringify({ name: 'order.confirm', input: inputOf(orderId) });
  const response = await fetch(`${url}/local/functions/api`, {
    method: 'POST',
    headers: { 'x-openid': 'o_resident' },
    body,
  });
  return (await response.json()) as Reply<OrderView>;
}

/** The cloud as a process of its own, on the same data. */
async function spawnCloud(): Promise<{ child: ChildProcess; url: string }> {
  const manifestFile = path.join(folder, 'manifest.json');
  writeFileSync(manifestFile, JSON.stringify(manifest));
  const options = [
    '--functions',
    functionsFolder,
    '--data',
    dataFolder,
    '--port',
    '0',
    '--manifest',
    manifestFile,
    '--strict',
  ];
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'local/cloud/main.ts'), ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Its output is read to the end: a process whose reader went away would die of its next line.
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const ready = /ready (http:\S+)/.exec(printed)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    child.once('exit', () => reject(new Error(`The cloud did not start: ${printed}`)));
  });
  return { child, url };
}

/**
 * Confirms in several lanes at once until the process is gone.
 * @returns the orders whose confirmation was acknowledged
 */
async function confirmUntilKilled(child: ChildProcess, url: string): Promise<ReadonlySet<string>> {
  const acknowledged = new Set<string>();
  const waiting = [...orderIds];
  const lane = async () => {
    for (let orderId = waiting.shift(); orderId !== undefined; orderId = waiting.shift()) {
      const reply = await confirm(url, orderId).catch(() => undefined);
      if (reply === undefined) return;
      if (reply.ok) acknowledged.add(orderId);
      if (acknowledged.size === killAfter) child.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return acknowledged;
}

test('SIGKILL amid 200 confirmations loses none that was acknowledged, and the ledger verifies', async () => {
  await buildFunctions(functionsFolder, ['api']);
  const demo = communityWithMembers(
    helpers,
    orderIds.map((orderId, index) => completed(orderId, index % helpers)),
  );
  await (await startTestCloud({ functionsFolder, manifest, demo, dataFolder })).stop();

  const { child, url } = await spawnCloud();
  const gone = once(child, 'exit');
  const acknowledged = await confirmUntilKilled(child, url);
  expect((await gone)[1]).toBe('SIGKILL');
  expect(acknowledged.size).toBeGreaterThanOrEqual(killAfter);
  expect(acknowledged.size).toBeLessThan(confirmations);

  const cloud = await startTestCloud({ functionsFolder, manifest, dataFolder });
  try {
    const read = () => ({
      orders: cloud.database.browse('orders', { limit: 1000 }) as Order[],
      entries: cloud.database.browse('entries', { limit: 1000 }) as Entry[],
      books: cloud.database.browse('passbooks', { limit: 1000 }) as Passbook[],
    });
    const check = () => {
      const { orders, entries, books } = read();
      const closed = orders.filter(({ status }) => status === 'closed').map(({ _id }) => _id);
      expect(entries.map(({ sourceId }) => sourceId).sort()).toEqual([...closed].sort());
      for (const book of books)
        expect(
          verifyBook(
            entries.filter(({ bookId }) => bookId === book._id),
            book,
          ).state,
        ).toBe('sound');
      expect(books.reduce((sum, { balance }) => sum + balance, 0)).toBe(5 * closed.length);
      return new Set(closed);
    };
    const survived = check();
    expect([...acknowledged].filter((orderId) => !survived.has(orderId))).toEqual([]);

    // Phones that got no answer ask again, with the same request.
    for (const orderId of orderIds.filter((one) => !acknowledged.has(one)))
      expect(await confirm(cloud.url, orderId)).toMatchObject({ ok: true });
    expect(check().size).toBe(confirmations);
  } finally {
    await cloud.close();
  }
});
