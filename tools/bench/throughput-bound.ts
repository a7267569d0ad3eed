/**
 * What eight callers get when the local database costs nothing: the same function reads one document of the local
 * cloud, and of a server that answers each request with the answer to the first. The difference is the cloud's own
 * part; the rest is the SDK's, the function's thread and the callers'.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { startCloud, type Cloud } from '@lianxin/local-cloud';

/** Calls a second when eight call at once. */
export type CallsOf = (call: () => Promise<void>) => Promise<number>;

const probe = `const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const own = process.env.TCB_CONTEXT_CNFG;
exports.main = async ({ url }) => {
  process.env.TCB_CONTEXT_CNFG = url ? JSON.stringify({ URL: url }) : own;
  return (await cloud.database().collection('notes').doc('n1').get()).data._id;
};
`;

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => resolve(Buffer.concat(parts).toString()));
    request.on('error', reject);
  });
}

/** Passes the first request on, and answers all with its answer. */
async function startRepeater(target: string): Promise<{ url: string; server: Server }> {
  let answer: Promise<string> | undefined;
  const ask = async (body: string): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(target, { method: 'POST', headers, body })).text();
  };
  const server = createServer((request, response) => {
    void bodyOf(request)
      .then((body) => (answer ??= ask(body)))
      .then((text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}/admin`, server };
}

async function startProbe(dataFolder: string): Promise<Cloud> {
  const functionsFolder = path.join(dataFolder, 'functions');
  mkdirSync(path.join(functionsFolder, 'probe'), { recursive: true });
  writeFileSync(path.join(functionsFolder, 'probe/index.js'), probe);
  const cloud = await startCloud({
    ...{ functionsFolder, dataFolder, port: 0, automaticTimers: false },
    manifest: { collections: [{ name: 'notes', indexes: [] }] },
  });
  cloud.database.load('notes', [{ _id: 'n1', words: '水管漏水' }]);
  return cloud;
}

/** @returns two rows: one document of the local cloud, and of a server that answers at once */
export async function measureBound(callsOf: CallsOf): Promise<readonly { name: string; callsASecond: number }[]> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'bench-bound-'));
  const cloud = await startProbe(dataFolder);
  const repeater = await startRepeater(`${cloud.url}/admin`);
  const askWith = (url?: string) => async (): Promise<void> => {
    const response = await fetch(`${cloud.url}/local/functions/probe`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': 'o' },
      body: JSON.stringify({ url }),
    });
    const answer = await response.text();
    if (!answer.includes('n1')) throw new Error(`the probe answered ${answer.slice(0, 200)}`);
  };
  try {
    const rows = [
      { name: 'one document', call: askWith() },
      { name: 'one document, from a server that answers at once', call: askWith(repeater.url) },
    ];
    for (const { call } of rows) await callsOf(call);
    const measured = [];
    for (const { name, call } of rows) measured.push({ name, callsASecond: await callsOf(call) });
    return measured;
  } finally {
    repeater.server.closeAllConnections();
    repeater.server.close();
    await cloud.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
