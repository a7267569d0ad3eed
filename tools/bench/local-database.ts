/** What four requests cost the local database, over the same work done by hand in raw libsql. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase, type Caller, type Database } from '@lianxin/local-cloud/database';
import Sqlite from 'libsql';
import { percentile } from './measurements';

/** One kind of request; times are microseconds of processor time each. */
export interface DatabaseRatio {
  readonly request: string;
  readonly rawMicroseconds: number;
  readonly localMicroseconds: number;
  readonly ratio: number;
  /** What it may be at most. */
  readonly budget: number;
}

const documents = 10_000;
/** So many of them are asked for by their id, again and again, as communities and people are. */
const asked = 1_000;
const runs = 2_000;
const rounds = 5;
const caller: Caller = { token: 'bench', strict: true, record: () => undefined };
const moment = 1_700_000_000_000;

const bodyOf = (number: number, count = 0): string =>
  JSON.stringify({
    _id: `d${number}`,
    owner: `o${number % 50}`,
    at: { $date: new Date(moment + number * 60_000).toISOString() },
    state: 'open',
    count,
    text: 'x'.repeat(200),
  });

interface Work {
  readonly get: (run: number) => unknown;
  readonly query: (run: number) => unknown;
  readonly update: (run: number) => unknown;
  readonly transaction: (run: number) => unknown;
}

/** The floor: one table, prepared statements, the documents' texts handed on as they are. */
function rawWork(file: string): { work: Work; close(): void } {
  const raw = new Sqlite(file);
  raw.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536');
  raw.exec('CREATE TABLE measured (id TEXT PRIMARY KEY, owner TEXT, at INTEGER, state TEXT, count INTEGER, body TEXT)');
  raw.exec('CREATE INDEX owner_at ON measured (owner, at DESC)');
  const insert = raw.prepare('INSERT INTO measured VALUES (?, ?, ?, ?, ?, ?)');
  raw.exec('BEGIN');
  for (let number = 0; number < documents; number += 1)
    insert.run([`d${number}`, `o${number % 50}`, moment + number * 60_000, 'open', 0, bodyOf(number)]);
  raw.exec('COMMIT');
  const get = raw.prepare('SELECT body FROM measured WHERE id = ?');
  const newest = raw.prepare('SELECT body FROM measured WHERE owner = ? ORDER BY at DESC LIMIT 20');
  const update = raw.prepare('UPDATE measured SET count = ?, body = ? WHERE id = ? AND state = ?');
  const [begin, commit] = ['BEGIN IMMEDIATE', 'COMMIT'].map((sql) => raw.prepare(sql));
  const write = (number: number, run: number) => update.run([run + 1, bodyOf(number, run + 1), `d${number}`, 'open']);
  return {
    work: {
      get: (run) => get.get([`d${(run * 37) % asked}`]),
      query: (run) => newest.all([`o${run % 50}`]),
      update: (run) => write((run * 37) % asked, run),
      transaction: (run) => {
        begin?.run([]);
        for (const number of three(run)) get.get([`d${number}`]);
        for (const number of three(run)) write(number, run);
        commit?.run([]);
      },
    },
    close: () => {
      raw.close();
    },
  };
}

const three = (run: number): number[] => [0, 1, 2].map((offset) => (run * 37 + offset * 11) % asked);

function openMeasured(file: string): Database {
  const database = openDatabase({ file, now: () => new Date(), duplicateKeyForm: 'E11000' });
  database.createCollection('measured');
  database.createIndex('measured', {
    name: 'owner_at',
    fields: [
      { name: 'owner', direction: 1 },
      { name: 'at', direction: -1 },
    ],
  });
  database.load(
    'measured',
    Array.from({ length: documents }, (_, number) => ({
      _id: `d${number}`,
      owner: `o${number % 50}`,
      at: new Date(moment + number * 60_000),
      state: 'open',
      count: 0,
      text: 'x'.repeat(200),
    })),
  );
  return database;
}

/** The same four as the SDK puts them on the wire. */
function localWork(database: Database): Work {
  const ask = async (request: Record<string, unknown>) => {
    const reply = await database.handle({ collectionName: 'measured', ...request }, caller);
    if ('code' in reply) throw new Error(reply.message);
    return reply;
  };
  const getOne = (number: number, more = {}) =>
    ask({ action: 'database.getDocument', queryType: 'DOC', query: `{"_id":"d${number}"}`, ...more });
  const write = (run: number, query: string, more = {}) =>
    ask({
      action: 'database.modifyDocument',
      ...{ queryType: 'WHERE', multi: false, merge: true, upsert: false },
      query,
      data: `{"$set":{"count":{"$numberInt":"${run + 1}"}}}`,
      ...more,
    });
  return {
    get: (run) => getOne((run * 37) % asked),
    query: (run) =>
      ask({
        action: 'database.getDocument',
        ...{ queryType: 'WHERE', query: `{"owner":"o${run % 50}"}`, order: '{"at":-1}', offset: 0, limit: 20 },
      }),
    update: (run) => write(run, `{"_id":"d${(run * 37) % asked}","state":"open"}`),
    transaction: async (run) => {
      const started = await ask({ action: 'database.startTransaction' });
      const more = { transactionId: 'transactionId' in started ? started.transactionId : '' };
      for (const number of three(run)) await getOne(number, more);
      for (const number of three(run)) await write(run, `{"_id":"d${number}"}`, { queryType: 'DOC', ...more });
      await ask({ action: 'database.commitTransaction', ...more });
    },
  };
}

const processorMicroseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

async function measure(work: (run: number) => unknown, round: number): Promise<number> {
  const start = processorMicroseconds();
  for (let run = 0; run < runs; run += 1) await work(round * runs + run);
  return (processorMicroseconds() - start) / runs;
}

const kinds = [
  { name: 'get', request: 'doc.get', budget: 2 },
  { name: 'query', request: 'query of 20', budget: 4 },
  { name: 'update', request: 'conditional update', budget: 6 },
  { name: 'transaction', request: 'transaction 3 + 3', budget: 8 },
] as const;

/** Both do each in turn, several times, so that a busy moment of the machine meets both. */
export async function measureLocalDatabase(): Promise<DatabaseRatio[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-database-'));
  const raw = rawWork(path.join(folder, 'raw.sqlite'));
  const database = openMeasured(path.join(folder, 'local.sqlite'));
  const local = localWork(database);
  const found: DatabaseRatio[] = [];
  for (const { name, request, budget } of kinds) {
    const times: [number, number][] = [];
    for (let round = 0; round < rounds; round += 1)
      times.push([await measure(raw.work[name], round), await measure(local[name], round)]);
    const medianOf = (which: 0 | 1) =>
      percentile(
        times.map((pair) => pair[which]),
        0.5,
      );
    const [rawMicroseconds, localMicroseconds] = [medianOf(0), medianOf(1)];
    const ratio = Math.round((localMicroseconds / rawMicroseconds) * 10) / 10;
    found.push({ request, rawMicroseconds, localMicroseconds, ratio, budget });
  }
  raw.close();
  database.close();
  rmSync(folder, { recursive: true, force: true });
  return found;
}
