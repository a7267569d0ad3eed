import { timerRules } from './clock/timers';
import { invoke, type ClientCaller } from './control/client-call';
import { moveClock } from './control/clock';
import { applyManifest, loadDemo } from './control/reset';
import type { Database } from './database';
import { listen } from './http/server';
import { assemble, publishAddress, type Parts } from './parts';
import type { CloudOptions } from './options';
import { ensureUtc } from './platform/time-zone';

export type { CloudOptions, DemoSource, Manifest, Persona } from './options';
export type { Database } from './database';
export type { InvocationTrace } from './observe/trace';

/** The cloud's clock as the house's own tools use it. */
export interface CloudClock {
  now(): Date;
  /** moves the clock; what falls due in between runs once, in order. @returns how many ran */
  set(now: Date): Promise<number>;
  advance(ms: number): Promise<number>;
}

export interface Cloud {
  url: string;
  database: Database;
  clock: CloudClock;
  /** Calls a function as the mini-program does. @throws CallFailure */
  invoke(name: string, event: unknown, caller: ClientCaller): Promise<unknown>;
  close(): Promise<void>;
}

function clockOf(parts: Parts): CloudClock {
  const move = (targetMs: number) => moveClock(parts, targetMs, true);
  return { now: parts.clock.now, set: (now) => move(now.getTime()), advance: (ms) => move(parts.clock.nowMs() + ms) };
}

async function furnish(parts: Parts): Promise<void> {
  applyManifest(parts);
  if (!parts.state.value.demoLoaded) await loadDemo(parts, 1);
  parts.scheduler.setRecurrences(timerRules(parts.functions, parts.log));
  parts.pushes.resume();
}

/**
 * Starts the cloud on 127.0.0.1: the unmodified wx-server-sdk finds its database, files, functions and open APIs there.
 * @throws Error when the port is taken, or a function's configuration is wrong
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  await ensureUtc();
  const environment: Record<string, string> = {};
  const parts = assemble(options, environment);
  const databaseDoor = { database: parts.database, faults: parts.faults, strict: options.strict ?? false, isRefusal: (message: string) => message.includes('[StrictMode]') };
  const { functions, openapi, storage, traces, faults, log } = parts;
  const { server, port } = await listen(parts, { databaseDoor, functions, openapi, storage, traces, faults, log });
  publishAddress(parts, environment, port);
  await furnish(parts);
  const close = async (): Promise<void> => {
    await parts.scheduler.close();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    await parts.functions.close();
    parts.database.close();
  };
  return { url: parts.address.url, database: parts.database, clock: clockOf(parts), invoke: (name, event, caller) => invoke(parts, name, event, caller), close };
}
