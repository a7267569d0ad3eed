import type { Server } from 'node:http';
import { invoke, type ClientCaller } from './control/client-call';
import { moveClock } from './control/clock';
import { applyManifest, loadDemo } from './control/reset';
import type { Database } from './database';
import type { CloudOptions } from './options';
import type { InvocationTrace } from './observe/trace';
import { ensureUtc } from './platform/time-zone';
import { listen } from './server';
import { createServices, publishAddress, type CloudServices } from './services';
import { recurringTimers } from './triggers/timers';

export type { CloudOptions, DemoFile, DemoSource, Manifest, Persona } from './options';
export type { Database } from './database';
export { sdkEnvironment } from './environment';
export type { InvocationTrace } from './observe/trace';
export { fileIdOf } from './storage/paths';

/** The cloud's clock, for tests and tools in the same process. */
export interface CloudClock {
  now(): Date;
  /** Moves the clock; what falls due in between runs once, in order. @returns how many ran */
  set(now: Date): Promise<number>;
  advance(ms: number): Promise<number>;
}

export interface Cloud {
  readonly url: string;
  readonly database: Database;
  readonly clock: CloudClock;
  /** Calls a function as the mini-program does. @throws CallFailure */
  invoke(name: string, event: unknown, caller: ClientCaller): Promise<unknown>;
  /** The last invocations, the oldest first, as `GET /local/trace` answers them. */
  trace(last: number): InvocationTrace[];
  close(): Promise<void>;
}

function clockOf(services: CloudServices): CloudClock {
  const move = (targetMs: number) => moveClock(services, targetMs, true);
  return {
    now: services.clock.now,
    set: (now) => move(now.getTime()),
    advance: (ms) => move(services.clock.nowMs() + ms),
  };
}

/** Makes what the manifest declares, and loads the demo data on the first start. */
async function seed(services: CloudServices): Promise<void> {
  applyManifest(services);
  if (!services.state.value.demoLoaded) await loadDemo(services, 1);
}

async function closeServices(services: CloudServices, server: Server | undefined): Promise<void> {
  services.scheduler.stop();
  if (server) {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }
  await services.functions.close();
  await services.scheduler.ended();
  services.database.close();
}

async function startServer(services: CloudServices, environment: Record<string, string>): Promise<Server> {
  const { database, faults, functions, openapi, storage, traces, log } = services;
  const isRefusal = (message: string): boolean => message.includes('[StrictMode]');
  const databaseEndpoint = { database, faults, strict: services.options.strict ?? false, isRefusal };
  const { server, port } = await listen(services, {
    databaseEndpoint,
    functions,
    openapi,
    storage,
    traces,
    faults,
    log,
  });
  publishAddress(services, environment, port);
  return server;
}

/**
 * Starts the cloud on 127.0.0.1: the unmodified wx-server-sdk finds its database, files, functions and open APIs there.
 * @throws Error when the port is taken, or a function's configuration is wrong; nothing stays open then
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  await ensureUtc();
  const environment: Record<string, string> = {};
  const services = createServices(options, environment);
  let server: Server | undefined;
  try {
    server = await startServer(services, environment);
    await seed(services);
    services.scheduler.setRecurring(recurringTimers(services.functions, services.log));
    services.pushes.resume();
  } catch (error) {
    await closeServices(services, server);
    throw error;
  }
  const close = () => closeServices(services, server);
  return {
    url: services.address.url,
    database: services.database,
    clock: clockOf(services),
    invoke: (name, event, caller) => invoke(services, name, event, caller),
    trace: (last) => structuredClone(services.traces.last(last)),
    close,
  };
}
