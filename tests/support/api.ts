import { cpSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EJSON } from 'bson';
import { manifest } from '../../cloudfunctions/core/schema';
import type { DemoSource, InvocationTrace } from '@lianxin/local-cloud';
import { setStoredClock } from '@lianxin/local-cloud/testing/stored-state';
import { functionOf, type EndpointName, type Input, type Output } from '../../miniprogram/contracts/api';
import type { Reply } from '../../miniprogram/contracts/error';
import type { Services } from '../../cloudfunctions/core/platform/context';
import { demoEnvironment } from '../../local/demo/signing-key';
import { madeOnce } from '../../local/testing/made-once';
import { buildFunctions, functionNames } from '../../tools/functions';
import { startTestCloud, type TestCloud, type TestCloudOptions } from './local-cloud';
import { communityNow, loadCommunity } from './community';

/** A busy machine takes its time to start function instances; no test here asserts a time. */
jest.setTimeout(60_000);

export interface ApiCloud extends TestCloud {
  /** Calls an endpoint as a WeChat user. */
  callAs<Name extends EndpointName>(openid: string, name: Name, input: Input<Name>): Promise<Reply<Output<Name>>>;
  /** The same with an input that does not keep to the contract. */
  tryAs(openid: string, name: string, input: unknown): Promise<Reply<unknown>>;
  /** An answer's data. @throws Error with the code when it was refused */
  getAs<Name extends EndpointName>(openid: string, name: Name, input: Input<Name>): Promise<Output<Name>>;
  lastCall(): Promise<InvocationTrace>;
  /** Documents of a collection as they are stored. */
  stored<T extends object>(collection: string): T[];
  storedOne<T extends object>(collection: string, id: string): T;
  /** Sets fields of a document, past every rule. */
  change(collection: string, id: string, fields: object): Promise<void>;
  /** A code as WeChat's phone-number button gives it. */
  phoneCode(openid: string, phoneNumber: string): Promise<string>;
  setClock(now: string): Promise<void>;
  /** The platform's services in this process, through the real SDK, outside any function, by the cloud's clock. */
  services(): Promise<Services>;
}

type FunctionName = (typeof functionNames)[number];
export type ApiOptions = Partial<TestCloudOptions> & {
  /** All of them, unless a test needs only some. */
  functions?: readonly FunctionName[];
};

/** A folder with these functions alone, of those that a run builds once. */
async function folderOf(functions: readonly FunctionName[]): Promise<string> {
  const all = await madeOnce('functions', (folder) => buildFunctions(folder));
  if (functions === functionNames) return all;
  return madeOnce(['functions', ...[...functions].sort()].join('-'), async (folder) => {
    for (const name of functions) cpSync(path.join(all, name), path.join(folder, name), { recursive: true });
  });
}

/**
 * The product's functions on a strict local cloud, with the small community of `community/` or other data, at the
 * moment of that community: what a test finds must not hang on the day on which it runs.
 */
export async function startApi({ functions = functionNames, ...options }: ApiOptions = {}): Promise<ApiCloud> {
  const functionsFolder = await folderOf(functions);
  const demo: DemoSource = { load: (database) => loadCommunity(database), personas: () => [] };
  const dataFolder = options.dataFolder ?? mkdtempSync(path.join(os.tmpdir(), 'lianxin-api-'));
  if (options.dataFolder === undefined) setStoredClock(dataFolder, communityNow);
  const cloud = await startTestCloud({
    functionsFolder,
    manifest,
    demo,
    functionEnvironment: demoEnvironment,
    ...options,
    dataFolder,
  });
  const tryAs = async (openid: string, name: string, input: unknown) =>
    (await cloud.ask(functionOf(name as EndpointName), { name, input }, openid)) as Reply<unknown>;
  const callAs: ApiCloud['callAs'] = async (openid, name, input) => (await tryAs(openid, name, input)) as Reply<never>;
  return {
    ...cloud,
    tryAs,
    callAs,
    getAs: async (openid, name, input) => {
      const reply = await callAs(openid, name, input);
      if (!reply.ok) throw new Error(`${name} was refused: ${reply.code} ${reply.field ?? ''}`);
      return reply.data;
    },
    lastCall: async () => {
      const found = (await cloud.trace(50)).filter(({ name }) => name === 'api' || name === 'files').at(-1);
      if (!found) throw new Error('Nothing was called.');
      return found;
    },
    ...shortcuts(cloud),
  };
}

function shortcuts(
  cloud: TestCloud,
): Pick<ApiCloud, 'stored' | 'storedOne' | 'change' | 'phoneCode' | 'setClock' | 'services'> {
  const stored = <T extends object>(collection: string) => cloud.database.browse(collection, { limit: 1000 }) as T[];
  return {
    stored,
    storedOne: <T extends object>(collection: string, id: string) => {
      const found = cloud.database.get(collection, id);
      if (!found) throw new Error(`No ${id} in ${collection}`);
      return found as T;
    },
    change: async (collection, id, fields) => {
      const request = {
        action: 'database.modifyDocument',
        collectionName: collection,
        queryType: 'DOC',
        multi: false,
        merge: true,
        upsert: false,
      };
      const reply = await cloud.database.handle(
        { ...request, query: JSON.stringify({ _id: id }), data: EJSON.stringify({ $set: fields }, { relaxed: false }) },
        { token: '', strict: false, record: () => undefined },
      );
      if ('code' in reply) throw new Error(reply.message);
    },
    phoneCode: async (openid, phoneNumber) =>
      ((await cloud.control('/local/phone-code', { openid, phoneNumber })) as { code: string }).code,
    setClock: async (now) => void (await cloud.control('/local/clock', { now })),
    services: async () => {
      Object.assign(process.env, demoEnvironment, await cloud.control('/local/env'));
      const { openCloud } = await import('../../cloudfunctions/core/platform/cloud');
      return { ...openCloud().services, clock: { now: cloud.clock.now } };
    },
  };
}

let requestCount = 0;

/** A new client-made request id. */
export function newRequest(): string {
  requestCount += 1;
  return `test-request-${String(requestCount).padStart(6, '0')}`;
}
