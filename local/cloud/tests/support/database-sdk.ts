import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDatabase, type Database, type DatabaseOptions, type OperationTrace } from '../../database';

export type Data = Record<string, unknown>;

/** What the tests use of the SDK; its own types describe another one. */
export interface Query {
  where(filter: unknown): Query;
  orderBy(field: string, direction: 'asc' | 'desc'): Query;
  skip(count: number): Query;
  limit(count: number): Query;
  field(projection: Data): Query;
  get(): Promise<{ data: Data[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: Data; multi?: boolean }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

export interface Collection extends Query {
  add(options: { data: Data }): Promise<{ _id: string; errMsg: string }>;
  doc(id: string | number): {
    get(): Promise<{ data: Data }>;
    set(options: { data: Data }): Promise<{ _id: string; stats: { updated: number; created: number } }>;
    update(options: { data: Data }): Promise<{ stats: { updated: number } }>;
    remove(): Promise<{ stats: { removed: number } }>;
    field(projection: Data): { get(): Promise<{ data: Data }> };
  };
  aggregate(): Pipeline;
}

export type Pipeline = { readonly [name in StageName]: (argument?: unknown) => Pipeline } & {
  end(): Promise<{ list: Data[] }>;
};

type StageName =
  | 'match'
  | 'group'
  | 'sort'
  | 'skip'
  | 'limit'
  | 'project'
  | 'addFields'
  | 'unwind'
  | 'lookup'
  | 'geoNear'
  | 'count'
  | 'sample'
  | 'bucket'
  | 'replaceRoot'
  | 'sortByCount';

export interface Transaction {
  collection(name: string): Collection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

/** `db.command`: each name makes an operator, or a further condition of one. */
export type Command = ((...operands: unknown[]) => Command) & { readonly [name in CommandName]: Command };

type CommandName =
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'nin'
  | 'and'
  | 'or'
  | 'nor'
  | 'not'
  | 'exists'
  | 'mod'
  | 'all'
  | 'elemMatch'
  | 'size'
  | 'expr'
  | 'set'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'remove'
  | 'rename'
  | 'push'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'pull'
  | 'pullAll'
  | 'addToSet'
  | 'geoNear'
  | 'geoWithin'
  | 'geoIntersects'
  | 'aggregate'
  | 'sum'
  | 'avg'
  | 'first'
  | 'pipeline'
  | 'match'
  | 'project'
  | 'sort'
  | 'limit'
  | 'done';

export interface Sdk {
  collection(name: string): Collection;
  createCollection(name: string): Promise<unknown>;
  startTransaction(): Promise<Transaction>;
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>, retries?: number): Promise<T>;
  serverDate(options?: { offset: number }): unknown;
  RegExp(options: { regexp: string; options: string }): unknown;
  command: Command;
  Geo: {
    Point: new (longitude: number, latitude: number) => object;
    LineString: new (points: object[]) => object;
    Polygon: new (lines: object[]) => object;
  };
}

interface CloudSdk {
  init(options: { env: unknown; timeout: number }): void;
  database(options?: { throwOnNotFound: boolean }): Sdk;
  DYNAMIC_CURRENT_ENV: unknown;
}

/** The real SDK in this process, talking to a database of its own through a server of a few lines. */
export interface SdkOnDatabase {
  database: Database;
  /** `require('wx-server-sdk')`, initialised */
  cloud: CloudSdk;
  db: Sdk;
  _: Command;
  /** requests as they came over the wire, oldest first */
  requests: Record<string, unknown>[];
  traces: OperationTrace[];
  /** what the next requests are taken for */
  caller: { token: string; strict: boolean };
  /** TCB_CONTEXT_CNFG of this SDK; the variable is read on every request */
  contextConfiguration: string;
  /** the trace of the last request that read or wrote */
  lastTrace(): OperationTrace;
  close(): Promise<void>;
}

/**
 * Only counts are asserted; a busy machine may take its time, and longer between two requests than Node's 5 seconds.
 */
const patienceMs = 60_000;
jest.setTimeout(patienceMs);

const environment = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'local-env',
  TCB_ENV: 'local-env',
  TCB_CONTEXT_KEYS: 'TCB_ENV',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
};

export async function startSdk(options: Partial<DatabaseOptions> = {}): Promise<SdkOnDatabase> {
  const database = openDatabase({ file: ':memory:', now: () => new Date(), duplicateKeyForm: 'E11000', ...options });
  const requests: Record<string, unknown>[] = [];
  const traces: OperationTrace[] = [];
  const caller = { token: '', strict: false };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
      requests.push(body);
      void database
        .handle(body, { ...caller, record: (trace) => traces.push(trace) })
        .then((reply) => response.end(JSON.stringify(reply)));
    });
  });
  server.keepAliveTimeout = patienceMs;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const contextConfiguration = JSON.stringify({
    URL: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/admin`,
  });
  Object.assign(process.env, environment, { TCB_CONTEXT_CNFG: contextConfiguration });
  const cloud = require('wx-server-sdk') as CloudSdk;
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, timeout: patienceMs });
  const db = cloud.database();
  return {
    database,
    cloud,
    db,
    _: db.command,
    requests,
    traces,
    caller,
    contextConfiguration,
    lastTrace: () => traces.filter(({ reads, writes }) => reads + writes > 0).at(-1)!,
    close: async () => {
      await stop(server);
      database.close();
    },
  };
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** What a promise is rejected with. */
export async function rejection(
  promise: Promise<unknown>,
): Promise<{ errCode: number; errMsg: string; code?: string }> {
  try {
    await promise;
  } catch (error) {
    return error as { errCode: number; errMsg: string; code?: string };
  }
  throw new Error('a rejection was expected');
}
