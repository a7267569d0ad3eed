import type { Server } from 'node:http';
import { timerRules } from './triggers/timers';
import { invoke, type ClientCaller } from './control/client-call';
import { moveClock } from './control/clock';
import { applyManifest, loadDemo } from './control/reset';
import type { Database } from './database';
import { listen } from './server';
import { assemble, publishAddress, type Parts } from './services';
import type { CloudOptions } from './options';
import { ensureUtc } from './platform/time-zone';

export type { CloudOptions, DemoFile, DemoSource, Manifest, Persona } from './options';
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

async function closeAll(parts: Parts, server: Server | undefined): Promise<void> {
  parts.scheduler.stop();
  if (server) {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }
  await parts.functions.close();
  await parts.scheduler.ended();
  parts.database.close();
}

async function open(parts: Parts, environment: Record<string, string>): Promise<Server> {
  const { database, faults, functions, openapi, storage, traces, log } = parts;
  const isRefusal = (message: string): boolean => message.includes('[StrictMode]');
  const databaseDoor = { database, faults, strict: parts.options.strict ?? false, isRefusal };
  const { server, port } = await listen(parts, { databaseDoor, functions, openapi, storage, traces, faults, log });
  publishAddress(parts, environment, port);
  return server;
}

/**
 * Starts the cloud on 127.0.0.1: the unmodified wx-server-sdk finds its database, files, functions and open APIs there.
 * @throws Error when the port is taken, or a function's configuration is wrong; nothing stays open then
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  await ensureUtc();
  const environment: Record<string, string> = {};
  const parts = assemble(options, environment);
  let server: Server | undefined;
  try {
    server = await open(parts, environment);
    await furnish(parts);
  } catch (error) {
    await closeAll(parts, server);
    throw error;
  }
  const close = () => closeAll(parts, server);
  return {
    url: parts.address.url,
    database: parts.database,
    clock: clockOf(parts),
    invoke: (name, event, caller) => invoke(parts, name, event, caller),
    close,
  };
}
