/**
 * `npm run open-data -- --community <id> --out <folder>`: what anybody may read of a community as files: services
 * and requests in Open311 GeoReport v2's JSON and XML, activities as a calendar. It reads the CloudBase
 * environment that the keys name, or with `--data <folder>` a data folder of this machine that no cloud uses now.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { cloudEnvironment, withDataFolder, type Environment, type Invoke } from './archive/environment';
import { isEntry } from './entry';

/** The function that answers over HTTP, asked here without it. */
export const publicFunction = 'open';
const names = ['services.json', 'services.xml', 'requests.json', 'requests.xml', 'activities.ics'] as const;
const answerShape = v.object({ statusCode: v.literal(200), body: v.string() });

/** @throws ValiError where the function refuses, as for a community that is not there */
export async function readOpenData(invoke: Invoke, communityId: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of names) {
    const event = {
      path: `/${name}`,
      httpMethod: 'GET',
      queryStringParameters: { jurisdiction_id: communityId },
    };
    files.set(name, v.parse(answerShape, await invoke(event, publicFunction)).body);
  }
  return files;
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { community, out, data } = parseArgs({ options: { community: text, out: text, data: text } }).values;
  if (community === undefined || out === undefined)
    throw new Error('say which community and where to: npm run open-data -- --community <id> --out <folder>');
  const read = ({ invoke }: Environment) => readOpenData(invoke, community);
  const files = await (data === undefined ? read(cloudEnvironment()) : withDataFolder(data, read));
  mkdirSync(out, { recursive: true });
  for (const [name, content] of files) writeFileSync(path.join(out, name), content);
  console.log(`wrote ${files.size} files into ${out}`);
}

if (isEntry(__filename)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
