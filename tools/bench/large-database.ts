import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { sdkEnvironment, startCloud } from '@lianxin/local-cloud';
import { openDatabase, type Database, type OperationTrace } from '@lianxin/local-cloud/database';
import { percentile } from './measurements';

const root = path.resolve(__dirname, '../..');

/** What a large database costs; times are milliseconds. */
export interface LargeDatabase {
  readonly documents: number;
  /** Start of the whole cloud on the filled file. */
  readonly openMs: number;
  readonly getP50: number;
  /** The same call of the same SDK, answered at once by a server that looks nothing up. */
  readonly emptyRoundTripP50: number;
  readonly queryOf20P50: number;
  /** Documents examined by that query, here and in a database of a hundredth. */
  readonly queryExamined: number;
  readonly queryExaminedInSmall: number;
}

export const collection = 'measured';
/** Both are asked in turn, so that a busy moment of the machine meets both. */
const rounds = 5;
const byOwner = {
  name: 'owner_at',
  fields: [
    { name: 'owner', direction: 1 as const },
    { name: 'at', direction: -1 as const },
  ],
};

export function fill(database: Database, documents: number): void {
  database.createCollection(collection);
  database.createIndex(collection, byOwner);
  const batch = 10_000;
  for (let from = 0; from < documents; from += batch) {
    database.load(
      collection,
      Array.from({ length: Math.min(batch, documents - from) }, (_, index) => documentOf(from + index)),
    );
  }
}

/** Fifty owners, however many documents, so that the query has far more to choose from in the large one. */
function documentOf(number: number): object {
  return {
    _id: `d${number}`,
    owner: `o${number % 50}`,
    at: new Date(1_700_000_000_000 + number * 60_000),
    text: 'x'.repeat(200),
  };
}

/** Asks through the real SDK from a process of its own, as a function would; prints medians in milliseconds. */
const asking = [
  "const cloud = require('wx-server-sdk');",
  'cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });',
  "const all = cloud.database().collection('measured');",
  'const median = async (runs, work) => {',
  '  const times = [];',
  '  for (let run = 0; run < runs; run += 1) {',
  '    const start = performance.now();',
  '    await work(run);',
  '    times.push(performance.now() - start);',
  '  }',
  '  return times.slice(runs / 10).sort((a, b) => a - b)[Math.floor(runs * 0.45)];',
  '};',
  "const newest = (run) => all.where({ owner: 'o' + (run % 50) }).orderBy('at', 'desc').limit(20).get();",
  '(async () => {',
  "  const get = await median(400, (run) => all.doc('d' + (run * 37) % Number(process.argv[1])).get());",
  '  console.log(JSON.stringify([get, await median(200, newest)]));',
  '})();',
].join('\n');

function ask(environment: Record<string, string>, documents: number): Promise<[number, number]> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['-e', asking, String(documents)],
      { cwd: root, env: { ...process.env, ...environment } },
      (error, stdout) => {
        if (error !== null) return reject(error);
        const [get = 0, query = 0] = stdout
          .trim()
          .replace(/[[\]]/g, '')
          .split(',')
          .map((text) => Math.round(Number(text) * 100) / 100);
        resolve([get, query]);
      },
    );
  });
}

/** How many documents the query of 20 looks at. */
async function examinedBy(database: Database): Promise<number> {
  const traces: OperationTrace[] = [];
  const request = {
    action: 'database.getDocument',
    collectionName: collection,
    queryType: 'WHERE',
    multi: true,
    query: '{"owner":"o7"}',
    order: '{"at":-1}',
    limit: 20,
  };
  await database.handle(request, { token: 'bench', strict: true, record: (operation) => traces.push(operation) });
  return traces[0]?.examined ?? Number.NaN;
}

function emptyServer(): Promise<{ url: string; close(): void }> {
  const text = JSON.stringify({ requestId: 'none', data: { list: ['{"_id":"d1"}'] } });
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => response.setHeader('content-type', 'application/json').end(text));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
        close: () => void (server.close(), server.closeAllConnections()),
      });
    });
  });
}

async function examinedIn(documents: number): Promise<number> {
  const database = openDatabase({ file: ':memory:', now: () => new Date(), duplicateKeyForm: 'E11000' });
  fill(database, documents);
  const examined = await examinedBy(database);
  database.close();
  return examined;
}

export async function measureLargeDatabase(documents = 100_000): Promise<LargeDatabase> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'bench-large-'));
  const functionsFolder = path.join(dataFolder, 'functions');
  mkdirSync(functionsFolder);
  const options = { functionsFolder, dataFolder, port: 0, strict: true, log: () => undefined };
  const first = await startCloud(options);
  fill(first.database, documents);
  await first.close();
  const empty = await emptyServer();
  const startMs = performance.now();
  const cloud = await startCloud(options);
  const openMs = Math.round(performance.now() - startMs);
  try {
    const asked = { here: new Array<[number, number]>(), empty: new Array<[number, number]>() };
    for (let round = 0; round < rounds; round += 1) {
      asked.here.push(await ask(sdkEnvironment(cloud.url), documents));
      asked.empty.push(await ask(sdkEnvironment(empty.url), documents));
    }
    const median = (which: keyof typeof asked, part: 0 | 1) =>
      percentile(
        asked[which].map((pair) => pair[part]),
        0.5,
      );
    return {
      documents,
      openMs,
      getP50: median('here', 0),
      emptyRoundTripP50: median('empty', 0),
      queryOf20P50: median('here', 1),
      queryExamined: await examinedBy(cloud.database),
      queryExaminedInSmall: await examinedIn(documents / 100),
    };
  } finally {
    await cloud.close();
    empty.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
