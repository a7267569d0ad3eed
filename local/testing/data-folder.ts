/**
 * Data folders with the demo as it stands at a moment. Loading it takes seconds, so that a run makes each once and
 * copies it.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { manifest } from '../../cloudfunctions/core/schema';
import { startCloud } from '@lianxin/local-cloud';
import { setStoredClock } from '@lianxin/local-cloud/testing';
import { createDemo } from '../demo';

/** A moment and how many half-years of history lie before it. */
export interface DemoMoment {
  /** ISO 8601 */
  readonly now: string;
  readonly scale: number;
}

/**
 * Where a run keeps what it made, for all its processes; tests/support/run-folder.ts sets it. Without one nothing is
 * kept.
 */
const runFolder = process.env['LIANXIN_RUN_FOLDER'];
const pollMs = 100;

/** Loads the demo into an empty folder by a cloud without functions. */
async function load(folder: string, { now, scale }: DemoMoment): Promise<void> {
  setStoredClock(folder, new Date(now));
  const demo = createDemo();
  const cloud = await startCloud({
    functionsFolder: path.join(folder, 'functions'),
    dataFolder: folder,
    port: 0,
    automaticTimers: false,
    manifest,
    demo: { ...demo, load: (database, _scale, at) => demo.load(database, scale, at) },
  });
  await cloud.close();
}

/** Makes the folder that others copy, or waits while another process makes it. */
async function original(folder: string, moment: DemoMoment): Promise<void> {
  const making = `${folder}.making`;
  while (!existsSync(folder)) {
    try {
      mkdirSync(making);
    } catch (error) {
      if (!isPresent(error)) throw error;
      await sleep(pollMs);
      continue;
    }
    try {
      if (existsSync(folder)) return;
      const scratch = mkdtempSync(`${folder}-`);
      await load(scratch, moment);
      renameSync(scratch, folder);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
}

/** Not by `instanceof`: a test's errors of the file system are of another realm than its `Error`. */
const isPresent = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';

/** A new data folder that holds the demo at a moment; whoever asked removes it. */
export async function demoDataFolder(moment: DemoMoment): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lianxin-'));
  if (runFolder === undefined) {
    await load(folder, moment);
  } else {
    const made = path.join(runFolder, `demo-${moment.now.replaceAll(/[^0-9]/g, '')}-${moment.scale}`);
    await original(made, moment);
    cpSync(made, folder, { recursive: true });
  }
  setStoredClock(folder, new Date(moment.now));
  return folder;
}
