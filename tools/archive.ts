/**
 * `npm run archive -- --community <id> --out <file>.zip`: a whole community as one encrypted file, under the password
 * in `LIANXIN_ARCHIVE_PASSWORD`; `--out <file>.json` only its books, anchors and salts, against which slips are
 * verified. `--restore <file>.zip` puts one back into an environment where no community stands. All read or write the
 * CloudBase environment that the keys name, or with `--data <folder>` a data folder of this machine that no cloud uses
 * now.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readArchive } from './archive/books';
import { cloudEnvironment, withDataFolder, type Environment } from './archive/environment';
import { makeArchive } from './archive/make';
import { restoreArchive } from './archive/restore';
import { checkPassword, unzip, zip } from './archive/zip';
import { isEntry } from './entry';

export { readArchive } from './archive/books';

const usage = 'say which community and where to: npm run archive -- --community <id> --out <file>.zip';
const password = (): string => checkPassword(process.env['LIANXIN_ARCHIVE_PASSWORD']);

async function write(from: Environment, community: string, out: string): Promise<string> {
  const isBooks = out.endsWith('.json');
  const content = isBooks
    ? await readArchive(from.invoke, community, new Date())
    : await zip(await makeArchive(from, community, new Date()), password());
  writeFileSync(out, content);
  return `wrote ${out}`;
}

async function restore(to: Environment, file: string): Promise<string> {
  const { documents, files } = await restoreArchive(to, await unzip(readFileSync(file), password()));
  return `restored ${documents} documents and ${files} files`;
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { community: text, out: text, data: text, restore: text } });
  const { community, out, data, restore: file } = values;
  const isComplete = file !== undefined || (community !== undefined && out !== undefined);
  if (!isComplete) throw new Error(usage);
  if (file !== undefined || !out?.endsWith('.json')) password();
  const work = (environment: Environment) =>
    file === undefined ? write(environment, community ?? '', out ?? '') : restore(environment, file);
  console.log(await (data === undefined ? work(cloudEnvironment()) : withDataFolder(data, work)));
}

if (isEntry(__filename)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
