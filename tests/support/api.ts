import { existsSync } from 'node:fs';
import path from 'node:path';
import { manifest } from '../../cloudfunctions/core/schema';
import type { DemoSource, InvocationTrace } from '../../local/cloud';
import type { EndpointName, Input, Output } from '../../miniprogram/contracts/api';
import type { Reply } from '../../miniprogram/contracts/error';
import { buildFunctions, functionNames } from '../../tools/functions';
import { startTestCloud, type TestCloud, type TestCloudOptions } from './local-cloud';
import { loadWorld } from './world';

const root = path.resolve(__dirname, '../..');

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
}

/** The product's functions on a strict local cloud, with the small world of `world.ts` or other data. */
export async function startApi(options: Partial<TestCloudOptions> = {}): Promise<ApiCloud> {
  const functionsFolder = path.join(root, `.cache/functions-${process.env['JEST_WORKER_ID'] ?? '0'}`);
  await buildFunctions(functionsFolder, functionNames.filter((name) => existsSync(path.join(root, 'cloudfunctions', name))));
  const demo: DemoSource = { load: (database) => loadWorld(database), personas: () => [] };
  const cloud = await startTestCloud({ functionsFolder, manifest, demo, ...options });
  const tryAs = async (openid: string, name: string, input: unknown) => (await cloud.call('api', { name, input }, openid)).body as Reply<unknown>;
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
      const found = (await cloud.trace(50)).filter(({ name }) => name === 'api').at(-1);
      if (!found) throw new Error('Nothing was called.');
      return found;
    },
    stored: <T extends object>(collection: string) => cloud.database.browse(collection, { limit: 1000 }) as T[],
  };
}

let requestCount = 0;

/** A new client-made request id. */
export function newRequest(): string {
  requestCount += 1;
  return `test-request-${String(requestCount).padStart(6, '0')}`;
}

