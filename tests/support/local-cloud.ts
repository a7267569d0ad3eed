import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCloud, type Cloud, type CloudOptions, type InvocationTrace } from '../../local/cloud';

/** Instances load the SDK, which takes seconds where many tests share few cores. */
jest.setTimeout(60_000);

export interface TestCloud extends Cloud {
  dataFolder: string;
  /** lines that functions printed, and what the cloud complained of */
  lines: string[];
  /** calls a function over HTTP, as the phone does */
  call(name: string, event: object, openid?: string): Promise<{ status: number; body: unknown }>;
  /** a request to one of the `/local` interfaces, answered as JSON */
  control(path: string, body?: object, method?: string): Promise<unknown>;
  /** the last invocations, the oldest first */
  trace(last: number): Promise<InvocationTrace[]>;
  /** ends the cloud but keeps its data, so that another can be started on it */
  stop(): Promise<void>;
}

export type TestCloudOptions = Partial<Omit<CloudOptions, 'port'>> & { functionsFolder: string };

/**
 * A cloud of its own on a free port, strict unless told otherwise, whose timers run only when the clock is moved, with
 * a data folder that `close` removes.
 * @example const cloud = await startTestCloud({ functionsFolder, manifest });
 */
export async function startTestCloud(options: TestCloudOptions): Promise<TestCloud> {
  const dataFolder = options.dataFolder ?? mkdtempSync(path.join(tmpdir(), 'local-cloud-'));
  const lines: string[] = [];
  const cloud = await startCloud({
    strict: true,
    ticks: false,
    log: (line) => lines.push(line),
    ...options,
    dataFolder,
    port: 0,
  });
  const stop = once(() => cloud.close());
  const control = async (path: string, body?: object, method?: string): Promise<unknown> => {
    const request: RequestInit =
      body === undefined ? { method: method ?? 'GET' } : { method: method ?? 'POST', body: JSON.stringify(body) };
    return (await fetch(cloud.url + path, request)).json();
  };
  return {
    ...cloud,
    dataFolder,
    lines,
    control,
    call: async (name, event, openid) => {
      const headers: Record<string, string> = openid === undefined ? {} : { 'x-openid': openid };
      const response = await fetch(`${cloud.url}/local/functions/${name}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(event),
      });
      return { status: response.status, body: await response.json() };
    },
    trace: async (last) => (await control(`/local/trace?last=${last}`)) as InvocationTrace[],
    stop,
    close: async () => {
      await stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}
