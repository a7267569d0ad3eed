/**
 * Data folders with the demo as it stands at a moment. Loading it takes seconds, so that a run makes each once and
 * copies it.
 */
import { cpSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { manifest } from '../../cloudfunctions/core/schema';
import { startCloud } from '@lianxin/local-cloud';
import { setStoredClock } from '@lianxin/local-cloud/testing/stored-state';
import { createDemo } from '../demo';
import { madeOnce } from './made-once';

/** A moment and how many half-years of history lie before it. */
export interface DemoMoment {
  /** ISO 8601 */
  readonly now: string;
  readonly scale: number;
}

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

/** A new data folder that holds the demo at a moment; whoever asked removes it. */
export async function demoDataFolder(moment: DemoMoment): Promise<string> {
  const name = `demo-${moment.now.replaceAll(/[^0-9]/g, '')}-${moment.scale}`;
  const made = await madeOnce(name, (scratch) => load(scratch, moment));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lianxin-'));
  cpSync(made, folder, { recursive: true });
  setStoredClock(folder, new Date(moment.now));
  return folder;
}
