import { SHARE_ENV, Worker } from 'node:worker_threads';

const isUtc = (): boolean =>
  new Date(0).getTimezoneOffset() === 0 && new Date(Date.UTC(2026, 6, 1)).getTimezoneOffset() === 0;

/**
 * Functions run in UTC, as in the cloud. A thread has no time zone of its own but takes the process's when it starts,
 * so the process is set to UTC; where `process.env` is a copy (a test sandbox), a thread that shares the real one
 * does it.
 */
export async function ensureUtc(): Promise<void> {
  if (isUtc()) return;
  process.env['TZ'] = 'UTC';
  await new Promise<void>((resolve, reject) => {
    const worker = new Worker("process.env.TZ = 'UTC'", { eval: true, env: SHARE_ENV, execArgv: [] });
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}
