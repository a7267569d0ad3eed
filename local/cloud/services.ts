import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClock, type Clock } from './clock/clock';
import { Scheduler } from './clock/scheduler';
import { openDatabase, type Database } from './database';
import { sdkEnvironment } from './environment';
import { Functions } from './functions/functions';
import { Faults } from './observe/faults';
import { Traces } from './observe/trace';
import { codeApis } from './openapi/codes';
import { OpenApiGateway } from './openapi/gateway';
import { Handovers } from './openapi/one-time-codes';
import { securityApis } from './openapi/security';
import { Subscriptions } from './openapi/subscribe';
import { HOME_PAGE, type CloudOptions } from './options';
import { Presence } from './observe/presence';
import { Pushes } from './triggers/pushes';
import { openState, type StateFile } from './state';
import { Storage } from './storage/storage';

/** Everything the cloud consists of, wired together; `address.url` is known once the server listens. */
export interface Parts {
  options: CloudOptions;
  address: { url: string };
  state: StateFile;
  clock: Clock;
  scheduler: Scheduler;
  database: Database;
  storage: Storage;
  faults: Faults;
  traces: Traces;
  presence: Presence;
  functions: Functions;
  pushes: Pushes;
  subscriptions: Subscriptions;
  handovers: Handovers;
  openapi: OpenApiGateway;
  log(line: string): void;
}

const DEFAULT_INSTANCE_LIMIT = 16;

function openApiGateway(parts: Omit<Parts, 'openapi'>): OpenApiGateway {
  const { options, address, state, clock, storage, presence, pushes, subscriptions, handovers } = parts;
  const apis = {
    ...codeApis({ url: () => address.url, pages: options.pages, homePage: options.homePage ?? HOME_PAGE }),
    ...securityApis({
      rules: () => state.value.contentRules,
      nowMs: clock.nowMs,
      lastSeenMs: (openid) => presence.lastSeenMs(openid),
      isDownloadable: (url) => storage.isReadable(url),
      push: (event, openid) => pushes.plan(event, openid),
    }),
    'subscribeMessage.send': subscriptions.send,
    'phonenumber.getPhoneNumber': handovers.getPhoneNumber,
  };
  return new OpenApiGateway(apis, handovers, parts.faults, parts.log);
}

/** @param environment filled with the SDK's variables once the address is known; instances read it when they start */
export function assemble(options: CloudOptions, environment: Record<string, string>): Parts {
  const log = options.log ?? (() => undefined);
  const state = openState(options.dataFolder);
  const clock = createClock(state.value.clockOffsetMs);
  const address = { url: '' };
  const faults = new Faults();
  const traces = new Traces();
  const file = path.join(options.dataFolder, 'database.sqlite');
  const database = openDatabase({ file, now: clock.now, duplicateKeyForm: options.duplicateKeyForm ?? 'E11000' });
  const scheduler = new Scheduler(clock, (error) => log(`timer: ${String(error)}`), options.ticks ?? true);
  const functions = new Functions({
    ...{
      folder: options.functionsFolder,
      clock,
      faults,
      traces,
      log,
      instanceLimit: options.instanceLimit ?? DEFAULT_INSTANCE_LIMIT,
    },
    host: { environment, clock: clock.shared, fallbackFolder: __dirname, complain: log },
  });
  const storage = new Storage(path.join(options.dataFolder, 'files'), () => address.url, clock.nowMs);
  const presence = new Presence(clock.nowMs);
  const pushes = new Pushes({ state, clock, scheduler, functions, log });
  const subscriptions = new Subscriptions(state, clock.now);
  const handovers = new Handovers(state, clock.nowMs);
  const parts = {
    options,
    address,
    state,
    clock,
    scheduler,
    database,
    storage,
    faults,
    traces,
    presence,
    functions,
    pushes,
    subscriptions,
    handovers,
    log,
  };
  return { ...parts, openapi: openApiGateway(parts) };
}

/** Tells instances, and whoever asks, where this cloud is. */
export function publishAddress(parts: Parts, environment: Record<string, string>, port: number): void {
  parts.address.url = `http://127.0.0.1:${port}`;
  const { PATH = '' } = process.env;
  Object.assign(environment, { PATH, HOME: tmpdir() }, sdkEnvironment(parts.address.url));
}
