/** How many calls a second the local cloud answers when eight people call at once. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startLianxin } from '../../local/start';
import { measureBound } from './throughput-bound';

export interface Throughput {
  readonly name: string;
  readonly callsASecond: number;
}

const callersAtOnce = 8;
const seconds = 6;

const asked = [
  { name: 'home.get', openid: 'resident-wang', input: {} },
  { name: 'order.listQueue', openid: 'worker-zhao', input: { filter: 'waiting' } },
] as const;

/** Calls a second when eight call at once, each again as soon as it is answered. */
async function callsOf(call: () => Promise<void>): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let calls = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() < until) {
      await call();
      calls += 1;
    }
  };
  await Promise.all(Array.from({ length: callersAtOnce }, caller));
  return Math.round(calls / seconds);
}

function asking(url: string, { name, openid, input }: (typeof asked)[number]): () => Promise<void> {
  const body = JSON.stringify({ name, input });
  const headers = { 'content-type': 'application/json', 'x-openid': openid };
  return async () => {
    const response = await fetch(`${url}/local/functions/api`, { method: 'POST', headers, body });
    const answer = await response.text();
    if (!answer.includes('"ok":true')) throw new Error(`${name} was refused: ${answer.slice(0, 200)}`);
  };
}

export async function measureThroughput(): Promise<readonly Throughput[]> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'bench-throughput-'));
  const product = await startLianxin({ port: 0, dataFolder, log: () => undefined });
  try {
    const rows: Throughput[] = [];
    for (const one of asked) {
      const call = asking(product.url, one);
      await callsOf(call);
      rows.push({ name: one.name, callsASecond: await callsOf(call) });
    }
    return [...rows, ...(await measureBound(callsOf))];
  } finally {
    await product.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
