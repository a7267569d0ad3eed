import path from 'node:path';
import { build } from 'esbuild';
import { readArchive } from './books';
import { copyCommunity, copyFiles, fileIdsIn, type Copied } from './copy';
import type { Environment } from './environment';
import { sheetsOf } from './sheets';
import { manual } from './text/manual';

/** The verifier as one file of JavaScript. */
async function verifier(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'verifier.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node18',
    minify: true,
  });
  const [file] = outputFiles;
  if (!file) throw new Error('the verifier was not bundled');
  return file.contents;
}

export const dataFolder = 'data/';
export const filesFolder = 'files/';

const linesOf = (copied: Copied): [string, Uint8Array][] =>
  [...copied].map(([name, documents]) => [
    `${dataFolder}${name}.jsonl`,
    Buffer.from(documents.map((text) => `${text}\n`).join('')),
  ]);

/**
 * Everything of a community, by the name of each file: documents one a line, books and anchors with their verifier,
 * lists as a spreadsheet, pictures, and what all that is.
 * @throws Error where there is no such community
 */
export async function makeArchive({ invoke }: Environment, communityId: string, madeAt: Date) {
  const copied = await copyCommunity(invoke, communityId);
  if (copied.get('communities')?.length !== 1) throw new Error(`there is no community ${communityId}`);
  const files = await copyFiles(invoke, fileIdsIn(copied));
  return new Map<string, Uint8Array>([
    ['README.txt', Buffer.from(manual(communityId, madeAt))],
    ['archive.json', Buffer.from(await readArchive(invoke, communityId, madeAt))],
    ['verify.js', await verifier()],
    ['lists.xlsx', sheetsOf(copied)],
    ...linesOf(copied),
    ...[...files].map(([name, content]): [string, Uint8Array] => [`${filesFolder}${name}`, content]),
  ]);
}
