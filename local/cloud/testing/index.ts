/** A cloud for one test: on a free port, with a data folder that goes with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { startCloud, type Cloud, type CloudOptions } from '..';
import { failureBody } from '../control/calls';
import { CallFailure } from '../functions/failure';
import { KeptInstances } from '../functions/kept-instances';

export interface TestCloud extends Cloud {
  readonly dataFolder: string;
  /** Lines that functions printed, and what the cloud warned of. */
  readonly lines: string[];
  /** Calls a function over HTTP, as the phone does. */
  call(name: string, event: object, openid?: string): Promise<{ status: number; body: unknown }>;
  /** The same without HTTP, in half the time. @returns the body that `call` would answer with */
  ask(name: string, event: object, openid?: string): Promise<unknown>;
  /** A request to one of the `/local` interfaces, answered as JSON. */
  control(path: string, body?: object, method?: string): Promise<unknown>;
  /** Ends the cloud but leaves its data, so that another can be started on it. */
  stop(): Promise<void>;
}

export type TestCloudOptions = Partial<Omit<CloudOptions, 'port'>> & { readonly functionsFolder: string };

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}

async function control(url: string, body?: object, method = body === undefined ? 'GET' : 'POST'): Promise<unknown> {
  const request: RequestInit = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return (await fetch(url, request)).json();
}

async function callFunction(url: string, event: object, openid?: string): Promise<{ status: number; body: unknown }> {
  const headers: Record<string, string> = openid === undefined ? {} : { 'x-openid': openid };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(event) });
  return { status: response.status, body: await response.json() };
}

async function askFunction(cloud: Cloud, name: string, event: object, openid?: string): Promise<unknown> {
  try {
    return await cloud.invoke(name, event, openid === undefined ? {} : { openid });
  } catch (error) {
    if (error instanceof CallFailure) return failureBody(error);
    throw error;
  }
}

/**
 * Starts a cloud of its own on a free port, strict unless the options say otherwise, whose timers run only when the
 * clock is moved. `close` removes its data folder.
 * @example const cloud = await startTestCloud({ functionsFolder, manifest });
 */
export function startTestCloud(options: TestCloudOptions): Promise<TestCloud> {
  return startOn(0, options);
}

/** So many as the functions of a product, and some that ran at once. */
const keptInstanceLimit = 12;

/**
 * A `startTestCloud` for suites that follow each other in one process: its clouds share a port, one after the other,
 * and with it the instances of their functions, which stay warm. Their data, clocks and traces are their own.
 */
export function consecutiveTestClouds(): typeof startTestCloud {
  const keptInstances = new KeptInstances(keptInstanceLimit);
  let port = 0;
  let isPortTaken = false;
  return async (options) => {
    if (isPortTaken) return startOn(0, options);
    isPortTaken = true;
    const free = once(async () => {
      await seeClosedConnections();
      isPortTaken = false;
    });
    const cloud = await startOnEither(port, { keptInstances, ...options }).catch(async (error: unknown) => {
      await free();
      throw error;
    });
    port = Number(new URL(cloud.url).port);
    const stop = () => cloud.stop().finally(free);
    return { ...cloud, stop, close: () => cloud.close().finally(free) };
  };
}

/** What this process kept open to the port must not be used for whoever listens on it next. */
async function seeClosedConnections(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

/** On another port where somebody took the first one meanwhile. */
async function startOnEither(port: number, options: TestCloudOptions): Promise<TestCloud> {
  try {
    return await startOn(port, options);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
    return startOn(0, options);
  }
}

async function startOn(port: number, options: TestCloudOptions): Promise<TestCloud> {
  const dataFolder = options.dataFolder ?? mkdtempSync(path.join(tmpdir(), 'local-cloud-'));
  const lines: string[] = [];
  const cloud = await startCloud({
    strict: true,
    automaticTimers: false,
    log: (line) => lines.push(line),
    ...options,
    dataFolder,
    port,
  });
  const stop = once(() => cloud.close());
  return {
    ...cloud,
    dataFolder,
    lines,
    control: (address, body, method) => control(cloud.url + address, body, method),
    call: (name, event, openid) => callFunction(`${cloud.url}/local/functions/${name}`, event, openid),
    ask: (name, event, openid) => askFunction(cloud, name, event, openid),
    stop,
    close: async () => {
      await stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
export { messageFieldRules } from '../text/message-fields';
export * from './stored-state';
