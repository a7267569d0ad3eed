import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClock, type Clock } from './clock/clock';
import { Scheduler } from './clock/scheduler';
import { openDatabase, type Database } from './database';
import { sdkEnvironment } from './environment';
import { Functions } from './functions/functions';
import { Faults } from './observe/faults';
import { Presence } from './observe/presence';
import { Traces } from './observe/trace';
import { codeApis } from './openapi/codes';
import { OpenApiGateway } from './openapi/gateway';
import { OneTimeCodes } from './openapi/one-time-codes';
import { securityApis } from './openapi/security';
import { Subscriptions } from './openapi/subscribe';
import { defaultHomePage, type CloudOptions } from './options';
import { openState, type StateFile } from './state';
import { Storage } from './storage/storage';
import { Pushes } from './triggers/pushes';

/** Everything the cloud consists of, wired together; `address.url` is known once the server listens. */
export interface CloudServices {
  readonly options: CloudOptions;
  readonly address: { url: string };
  readonly state: StateFile;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly database: Database;
  readonly storage: Storage;
  readonly faults: Faults;
  readonly traces: Traces;
  readonly presence: Presence;
  readonly functions: Functions;
  readonly pushes: Pushes;
  readonly subscriptions: Subscriptions;
  readonly oneTimeCodes: OneTimeCodes;
  readonly openapi: OpenApiGateway;
  log(line: string): void;
}

const defaultInstanceLimit = 16;

function createOpenApi(services: Omit<CloudServices, 'openapi'>): OpenApiGateway {
  const { options, address, state, clock, storage, presence, pushes, subscriptions, oneTimeCodes } = services;
  const apis = {
    ...codeApis({ url: () => address.url, pages: options.pages, homePage: options.homePage ?? defaultHomePage }),
    ...securityApis({
      rules: () => state.value.contentRules,
      nowMs: clock.nowMs,
      lastSeenMs: (openid) => presence.lastSeenMs(openid),
      isDownloadable: (url) => storage.isReadable(url),
      push: (event, openid) => pushes.schedule(event, openid),
    }),
    'subscribeMessage.send': subscriptions.send,
    'phonenumber.getPhoneNumber': oneTimeCodes.getPhoneNumber,
  };
  return new OpenApiGateway(apis, oneTimeCodes, services.faults, services.log);
}

function createFunctions(
  options: CloudOptions,
  services: Pick<CloudServices, 'clock' | 'faults' | 'traces' | 'log'>,
  environment: Record<string, string>,
): Functions {
  return new Functions({
    ...services,
    folder: options.functionsFolder,
    instanceLimit: options.instanceLimit ?? defaultInstanceLimit,
    keptInstances: options.keptInstances,
    host: { environment, clock: services.clock.shared, fallbackFolder: __dirname, warn: services.log },
  });
}

/** @param environment filled with the SDK's variables once the address is known; instances read it when they start */
export function createServices(options: CloudOptions, environment: Record<string, string>): CloudServices {
  const log = options.log ?? (() => undefined);
  const state = openState(options.dataFolder);
  const clock = createClock(state.value.clockOffsetMs);
  const address = { url: '' };
  const observers = { faults: new Faults(), traces: new Traces(), presence: new Presence(clock.nowMs) };
  const file = path.join(options.dataFolder, 'database.sqlite');
  const database = openDatabase({ file, now: clock.now, duplicateKeyForm: options.duplicateKeyForm ?? 'E11000' });
  const scheduler = new Scheduler(clock, (error) => log(`timer: ${String(error)}`), options.automaticTimers ?? true);
  const functions = createFunctions(options, { clock, log, ...observers }, environment);
  const services = {
    ...observers,
    options,
    address,
    state,
    clock,
    scheduler,
    database,
    functions,
    storage: new Storage(path.join(options.dataFolder, 'files'), () => address.url, clock.nowMs),
    pushes: new Pushes({ state, clock, scheduler, functions, log }),
    subscriptions: new Subscriptions(state, clock.now),
    oneTimeCodes: new OneTimeCodes(state, clock.nowMs),
    log,
  };
  return { ...services, openapi: createOpenApi(services) };
}

/** Makes the server's address known to instances and to every reply that names it. */
export function publishAddress(services: CloudServices, environment: Record<string, string>, port: number): void {
  services.address.url = `http://127.0.0.1:${port}`;
  const { PATH = '' } = process.env;
  const { functionEnvironment = {} } = services.options;
  Object.assign(environment, { PATH, HOME: tmpdir() }, functionEnvironment, sdkEnvironment(services.address.url));
}
