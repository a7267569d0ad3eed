/**
 * `npm run archive -- --community <id> --out <file>`: a community's books, anchors and salts as one JSON file, against
 * which slips are verified. It reads the CloudBase environment that the keys name, or with `--data <folder>` a data
 * folder of this machine that no cloud uses now.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startCloud } from '@lianxin/local-cloud';
import * as v from 'valibot';
import { archiveParts } from '../cloudfunctions/core/passbook/slip/archive';
import { manifest } from '../cloudfunctions/core/schema';
import { demoEnvironment } from '../local/demo/signing-key';
import { distFolder } from './build';
import { missingKeys, openManager } from './deploy/environment';
import { migrationRunner } from './deploy/plan';
import { isEntry } from './entry';
import { buildFunctions } from './functions';

/** Calls the function that hands out pages of an archive. */
type Invoke = (event: object) => Promise<unknown>;

const pageShape = v.object({
  ok: v.literal(true),
  data: v.object({
    documents: v.array(v.unknown()),
    next: v.nullable(v.string()),
    keys: v.array(v.object({ publicKey: v.string(), from: v.string() })),
  }),
});

type Page = v.InferOutput<typeof pageShape>;

/** @returns the archive's text @throws ValiError when the function answers something else */
export async function readArchive(invoke: Invoke, communityId: string, madeAt: Date): Promise<string> {
  const parts: Record<string, unknown[]> = {};
  let keys: Page['data']['keys'] = [];
  for (const part of Object.keys(archiveParts)) {
    const documents: unknown[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: Page = v.parse(pageShape, await invoke({ name: 'archive', communityId, part, after }));
      documents.push(...page.data.documents);
      after = page.data.next;
      keys = page.data.keys;
    }
    parts[part] = documents;
  }
  return `${JSON.stringify({ form: 1, communityId, madeAt, keys, ...parts }, null, 1)}\n`;
}

function fromEnvironment(): Invoke {
  const missing = missingKeys(process.env);
  if (missing.length > 0) throw new Error(`keys are missing: ${missing.join(', ')} (docs/deploy.md); or name --data`);
  const { functions } = openManager(process.env);
  return async (event) => {
    const { RetMsg, ErrMsg, InvokeResult } = await functions.invokeFunction(migrationRunner, event);
    if (InvokeResult !== 0) throw new Error(`${migrationRunner} failed: ${ErrMsg}`);
    return v.parse(v.pipe(v.string(), v.parseJson()), RetMsg);
  };
}

/** Runs `work` with the functions on a data folder of this machine. */
async function withDataFolder<T>(dataFolder: string, work: (invoke: Invoke) => Promise<T>): Promise<T> {
  await buildFunctions(distFolder);
  const cloud = await startCloud({
    functionsFolder: distFolder,
    dataFolder: path.resolve(dataFolder),
    port: 0,
    automaticTimers: false,
    functionEnvironment: demoEnvironment,
    manifest,
  });
  try {
    return await work((event) => cloud.invoke(migrationRunner, event, { source: 'deploy' }));
  } finally {
    await cloud.close();
  }
}

async function main(): Promise<void> {
  const options = { community: { type: 'string' }, out: { type: 'string' }, data: { type: 'string' } } as const;
  const { community, out, data } = parseArgs({ options }).values;
  if (community === undefined || out === undefined)
    throw new Error('say which community and where to: npm run archive -- --community <id> --out <file>');
  const read = (invoke: Invoke) => readArchive(invoke, community, new Date());
  const text = await (data === undefined ? read(fromEnvironment()) : withDataFolder(data, read));
  writeFileSync(out, text);
  console.log(`wrote ${out}`);
}

if (isEntry(__filename)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
