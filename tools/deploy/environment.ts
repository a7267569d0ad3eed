import CloudBase from '@cloudbase/manager-node';
import path from 'node:path';
import * as v from 'valibot';
import type { IndexPlan } from '../../cloudfunctions/core/schema';
import { readJson } from '../json';
import { setCollectionRule, setFunctionRule, setStorageRule, type Manager } from './manager';
import { checkHealth } from './health';
import { migrateStored } from './migrate';
import type { Present, Step } from './plan';
import { formatKeys } from '../../cloudfunctions/core/platform/key-ring';
import { publicKeysName, readVariables, signingKeyName, type SigningKey } from './signing-key';

const keys = {
  envId: 'CLOUDBASE_ENV',
  secretId: 'TENCENTCLOUD_SECRETID',
  secretKey: 'TENCENTCLOUD_SECRETKEY',
} as const;

/** Which of the keys are not set; a deployment needs all. */
export function missingKeys(environment: Readonly<Record<string, string | undefined>>): string[] {
  return Object.values(keys).filter((name) => (environment[name] ?? '') === '');
}

export function openManager(environment: Readonly<Record<string, string | undefined>>): Manager {
  const value = (name: string) => environment[name] ?? '';
  return new CloudBase({ envId: value(keys.envId), secretId: value(keys.secretId), secretKey: value(keys.secretKey) });
}

const pageSize = 100;

/** Collections with their indexes, as the environment has them now. */
export async function readPresent({ database }: Manager): Promise<Present> {
  const names: string[] = [];
  for (let total = 1; names.length < total;) {
    const { Collections, Pager } = await database.listCollections({ MgoOffset: names.length, MgoLimit: pageSize });
    names.push(...Collections.map(({ CollectionName }) => CollectionName));
    total = Collections.length === 0 ? names.length : Pager.Total;
  }
  const found = await Promise.all(
    names.map(async (name) => {
      const { Indexes = [] } = await database.describeCollection(name);
      return [
        name,
        Indexes.map((index) => ({
          name: index.Name,
          fields: index.Keys.map(({ Name = '', Direction = '' }) => ({ name: Name, direction: Direction })),
        })),
      ] as const;
    }),
  );
  return new Map(found);
}

const functionShape = v.looseObject({ FunctionName: v.string() });

/** The environment's functions, each with the names of its triggers. */
export async function readTriggers({ functions }: Manager): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (let total = 1; found.size < total;) {
    const { Functions, TotalCount } = await functions.getFunctionList(pageSize, found.size);
    if (Functions.length === 0) break;
    for (const one of Functions) {
      const { FunctionName } = v.parse(functionShape, one);
      const { Triggers } = await functions.getFunctionDetail(FunctionName);
      found.set(
        FunctionName,
        Triggers.map(({ TriggerName }) => TriggerName),
      );
    }
    total = TotalCount;
  }
  return found;
}

function wireIndex({ name, fields, unique = false }: IndexPlan) {
  return {
    IndexName: name,
    MgoKeySchema: {
      MgoIsUnique: unique,
      MgoIndexKeys: fields.map((field) => ({ Name: field.name, Direction: String(field.direction) })),
    },
  };
}

const configShape = v.looseObject({
  timeout: v.optional(v.number(), 3),
  memorySize: v.optional(v.number(), 256),
  triggers: v.optional(v.array(v.object({ name: v.string(), type: v.string(), config: v.string() })), []),
  permissions: v.optional(v.looseObject({ openapi: v.optional(v.array(v.string()), []) }), {}),
});

/**
 * What a function is deployed with, for whoever reads what a run would do: memory, time limit, time zone, timer, and
 * the interfaces of WeChat that it calls, which the cloud permits by hand (docs/deploy.md).
 * @param folder where the functions lie, each with its config.json
 */
export function describeSettings(folder: string, name: string): string {
  const config = readJson(path.join(folder, name, 'config.json'), configShape);
  return [
    `${config.memorySize} MB`,
    `${config.timeout} s`,
    `TZ=${timeZone}`,
    ...config.triggers.map((trigger) => `timer ${trigger.name} (${trigger.config})`),
    ...config.permissions.openapi.map((permission) => `calls ${permission}`),
  ].join(', ');
}

/** The cloud's own is UTC; days and months are counted in this one whatever it is, and logs read alike. */
const timeZone = 'Asia/Shanghai';

/** One invocation in so many writes down what it used (core/quota): a write for each would be a fifth of all calls. */
const sampledEvery = 100;

/** The functions that sign: slips are asked for, anchors are made by the timer. */
const signers: readonly string[] = ['api', 'jobs'];

/**
 * A function's variables: what the cloud has, over it the ids of subscription templates and the limits of the plan,
 * where the environment of this process names them, its memory, and the key of anchors and slips.
 */
async function variablesOf(
  manager: Manager,
  name: string,
  { key, memorySize }: { readonly key: SigningKey | undefined; readonly memorySize: number },
): Promise<Record<string, string>> {
  const named = Object.entries(process.env).flatMap(([key, value]) =>
    /^(TEMPLATE|QUOTA)_/.test(key) && value !== undefined ? [[key, value] as const] : [],
  );
  return {
    TZ: timeZone,
    QUOTA_SAMPLE: String(sampledEvery),
    ...(await readVariables(manager, name)),
    FUNCTION_MEMORY_MB: String(memorySize),
    ...Object.fromEntries(named),
    ...(key && signers.includes(name) && { [signingKeyName]: key.privateKey, [publicKeysName]: formatKeys(key.keys) }),
  };
}

async function deployFunction(manager: Manager, name: string, { folder, key }: Upload): Promise<void> {
  const { timeout, memorySize, triggers } = readJson(path.join(folder, name, 'config.json'), configShape);
  const func = {
    name,
    handler: 'index.main',
    runtime: 'Nodejs18.15',
    timeout,
    memorySize,
    triggers,
    envVariables: await variablesOf(manager, name, { key, memorySize }),
  };
  await manager.functions.createFunction({ func, functionRootPath: folder, force: true });
  await checkHealth(manager, name);
}

/** What the functions are uploaded with: where their bundles lie, and the key that they sign with. */
export interface Upload {
  readonly folder: string;
  readonly key: SigningKey | undefined;
}

/** Does one step. */
export async function perform(manager: Manager, step: Step, upload: Upload): Promise<void> {
  const { database } = manager;
  switch (step.do) {
    case 'collection':
      await database.createCollection(step.name);
      return;
    case 'index':
      await database.updateCollection(step.collection, { CreateIndexes: [wireIndex(step.index)] });
      return;
    case 'replace-index':
      await database.updateCollection(step.collection, { DropIndexes: [{ IndexName: step.index.name }] });
      await database.updateCollection(step.collection, { CreateIndexes: [wireIndex(step.index)] });
      return;
    case 'drop-index':
      await database.updateCollection(step.collection, { DropIndexes: [{ IndexName: step.name }] });
      return;
    case 'rule':
      return setCollectionRule(manager, step.collection, step.rule);
    case 'storage-rule':
      await setStorageRule(manager, step.rule);
      return;
    case 'function-rules':
      await setFunctionRule(manager, step.rule);
      return;
    case 'migrate':
      return migrateStored(manager, step.closedRule);
    case 'function':
      return deployFunction(manager, step.name, upload);
    case 'delete-trigger':
      await manager.functions.deleteFunctionTrigger(step.name, step.trigger);
      return;
    case 'leave-collection':
    case 'leave-function':
    case 'leave-index':
      return;
  }
}
