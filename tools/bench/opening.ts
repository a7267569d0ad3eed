/** What it costs to open a database of a million documents, beside one of ten thousand. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '@lianxin/local-cloud/database';
import { collection, fill } from './large-database';
import { percentile } from './measurements';

/** Of one size: medians of a process that opens the file, reads one document and counts one owner's. */
export interface Opening {
  readonly documents: number;
  readonly openMs: number;
  /** What the process holds then beyond one that opened nothing. */
  readonly megabytes: number;
}

const root = path.resolve(__dirname, '../..');
const runs = 5;

/** Prints milliseconds and bytes; a file of '' opens nothing. */
const opening = `
const { openDatabase } = require('@lianxin/local-cloud/database');
const [file] = process.argv.slice(1);
const startMs = performance.now();
const ask = async () => {
  if (file === '') return;
  const database = openDatabase({ file, now: () => new Date(), duplicateKeyForm: 'E11000' });
  const caller = { token: 'bench', strict: true, record: () => undefined };
  const get = { collectionName: '${collection}', queryType: 'DOC', query: '{"_id":"d7"}', limit: 1 };
  await database.handle({ action: 'database.getDocument', ...get }, caller);
};
ask().then(() => console.log([performance.now() - startMs, process.memoryUsage().rss].join(' ')));
`;

function measureOnce(file: string): Promise<{ ms: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--import', 'tsx', '-e', opening, file], { cwd: root }, (error, stdout) => {
      if (error !== null) return reject(error);
      const [ms = Number.NaN, bytes = Number.NaN] = stdout.trim().split(' ').map(Number);
      resolve({ ms, bytes });
    });
  });
}

async function median(file: string): Promise<{ ms: number; bytes: number }> {
  const found: { ms: number; bytes: number }[] = [];
  for (let run = 0; run < runs; run += 1) found.push(await measureOnce(file));
  const middle = (part: 'ms' | 'bytes') =>
    percentile(
      found.map((one) => one[part]),
      0.5,
    );
  return { ms: middle('ms'), bytes: middle('bytes') };
}

export async function measureOpening(sizes: readonly number[] = [10_000, 1_000_000]): Promise<readonly Opening[]> {
  const nothing = await median('');
  const rows: Opening[] = [];
  for (const documents of sizes) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-opening-'));
    try {
      const file = path.join(folder, 'database.sqlite');
      const database = openDatabase({ file, now: () => new Date(), duplicateKeyForm: 'E11000' });
      fill(database, documents);
      database.close();
      const { ms, bytes } = await median(file);
      const megabytes = Math.round((bytes - nothing.bytes) / 1024 / 1024);
      rows.push({ documents, openMs: Math.round(ms * 10) / 10, megabytes });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return rows;
}
