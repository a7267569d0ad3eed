import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { manifest } from '../../cloudfunctions/core/schema';
import { startCloud, type Cloud, type DemoSource, type InvocationTrace } from '@lianxin/local-cloud';
import { setStoredClock } from '@lianxin/local-cloud/testing';
import { createDemo, type ScaleOf } from '../../local/demo';
import { functionOf, type EndpointName, type Input, type Output } from '../../miniprogram/contracts/api';
import type { Reply } from '../../miniprogram/contracts/error';
import { buildFunctions } from '../build';

const root = path.resolve(__dirname, '../..');

/** The least that a call can cost: a function that does nothing, and one that reads one document. */
const baselines = {
  nothing: 'exports.main = async () => ({ ok: true });\n',
  onedocument: [
    "const cloud = require('wx-server-sdk');",
    'cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });',
    'const database = cloud.database({ throwOnNotFound: false });',
    "exports.main = async ({ id }) => (await database.collection('logins').doc(id).get()).data;",
    '',
  ].join('\n'),
} as const;

/** One call with what it cost. */
export interface Measured<T> {
  readonly data: T;
  readonly trace: InvocationTrace;
}

/** The product's functions beside the two baselines on a strict local cloud, with the demo data n times over. */
export interface BenchEnvironment {
  readonly cloud: Cloud;
  /** @throws when the endpoint refuses: the benchmark measures what works */
  call<Name extends EndpointName>(openid: string, name: Name, input: Input<Name>): Promise<Measured<Output<Name>>>;
  callBaseline(name: keyof typeof baselines): Promise<InvocationTrace>;
  /** Lets so much time pass, the timers running as they would, and says what was invoked meanwhile. */
  pass(ms: number): Promise<readonly InvocationTrace[]>;
  close(): Promise<void>;
}

const tracesShape = v.array(
  v.custom<InvocationTrace>(
    (value) => typeof value === 'object' && value !== null && 'operations' in value && 'ms' in value,
  ),
);

const jsonHeaders = { 'content-type': 'application/json' };

/** The last invocations, as many as are kept unless it is said. */
async function traces(url: string, last = 1_000): Promise<readonly InvocationTrace[]> {
  return v.parse(tracesShape, await (await fetch(`${url}/local/trace?last=${String(last)}`)).json());
}

async function pass(url: string, ms: number): Promise<readonly InvocationTrace[]> {
  const known = new Set((await traces(url)).map(({ id }) => id));
  const body = JSON.stringify({ advanceMs: ms });
  const answer = await fetch(`${url}/local/clock`, { method: 'POST', body, headers: jsonHeaders });
  if (!answer.ok) throw new Error(`the clock does not move: ${await answer.text()}`);
  return (await traces(url)).filter(({ id }) => !known.has(id));
}

async function lastTrace(url: string, name: string): Promise<InvocationTrace> {
  const found = (await traces(url, 5)).filter((trace) => trace.name === name).at(-1);
  if (found === undefined) throw new Error(`no trace of ${name}`);
  return found;
}

function isReply(value: unknown): value is Reply<never> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

async function prepareFunctions(): Promise<string> {
  const folder = path.join(root, '.cache/bench-functions');
  await buildFunctions(folder);
  for (const [name, code] of Object.entries(baselines)) {
    mkdirSync(path.join(folder, name), { recursive: true });
    writeFileSync(path.join(folder, name, 'index.js'), code);
  }
  cpSync(path.join(root, 'cloudfunctions/api/config.json'), path.join(folder, 'onedocument/config.json'));
  return folder;
}

/** A working day's morning: what calls count by the day, and what timers do, is the same in every run. */
export const measuredAt = new Date('2026-11-26T10:00:00+08:00');

async function callMeasured<Name extends EndpointName>(
  cloud: Cloud,
  openid: string,
  { name, input }: { readonly name: Name; readonly input: Input<Name> },
): Promise<Measured<Output<Name>>> {
  const target = functionOf(name);
  const reply: unknown = await cloud.invoke(target, { name, input }, { openid });
  if (!isReply(reply)) throw new Error(`${name} answered nothing`);
  if (!reply.ok) throw new Error(`${name} as ${openid}: ${reply.code} ${reply.field ?? ''}`);
  return { data: reply.data, trace: await lastTrace(cloud.url, target) };
}

/** `scaleOf`: how much history each demo community gets; all of them `scale` when it is left out. */
export async function startBenchEnvironment(
  scale: number,
  scaleOf?: ScaleOf,
  demo: DemoSource = createDemo(scaleOf),
): Promise<BenchEnvironment> {
  const functionsFolder = await prepareFunctions();
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const scaled = {
    ...demo,
    load: (database: Parameters<typeof demo.load>[0], _scale: number, now: Date) => demo.load(database, scale, now),
  };
  setStoredClock(dataFolder, measuredAt);
  const cloud = await startCloud({
    functionsFolder,
    dataFolder,
    port: 0,
    strict: true,
    automaticTimers: false,
    manifest,
    demo: scaled,
    cardPage: 'packages/resident/card/card',
    log: () => undefined,
  });
  return {
    cloud,
    call: (openid, name, input) => callMeasured(cloud, openid, { name, input }),
    callBaseline: async (name) => {
      await cloud.invoke(name, { id: 'resident-luo' }, { openid: 'resident-luo' });
      return lastTrace(cloud.url, name);
    },
    pass: (ms) => pass(cloud.url, ms),
    close: async () => {
      await cloud.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
