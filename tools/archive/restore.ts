import * as v from 'valibot';
import { archivedCollections } from '../../cloudfunctions/jobs/archived';
import { fileIdsIn, pathOfFile, type Copied } from './copy';
import type { Environment, Invoke } from './environment';
import { dataFolder, filesFolder } from './make';

const replyShape = v.variant('ok', [
  v.object({ ok: v.literal(true) }),
  v.object({ ok: v.literal(false), code: v.string() }),
]);

/** Far below what a function may be called with. */
const maxEventBytes = 500_000;
const documentsAtOnce = 99;
const refusals: Readonly<Record<string, string>> = {
  COMMUNITY_STANDS: 'a community stands in this environment already: an archive is restored into an empty one',
};

async function put(invoke: Invoke, collection: string, documents: readonly string[]): Promise<void> {
  const reply = v.parse(replyShape, await invoke({ name: 'restore', collection, documents }));
  if (!reply.ok) throw new Error(refusals[reply.code] ?? reply.code);
}

async function putAll(invoke: Invoke, collection: string, documents: readonly string[]): Promise<void> {
  let some: string[] = [];
  let bytes = 0;
  for (const document of documents) {
    const size = Buffer.byteLength(document);
    if (some.length === documentsAtOnce || (some.length > 0 && bytes + size > maxEventBytes)) {
      await put(invoke, collection, some);
      some = [];
      bytes = 0;
    }
    some.push(document);
    bytes += size;
  }
  if (some.length > 0) await put(invoke, collection, some);
}

/** Documents out of an archive's files. @throws Error where the file of a collection is missing */
function readCopied(files: ReadonlyMap<string, Uint8Array>): Copied {
  const read = archivedCollections.map((name): [string, string[]] => {
    const content = files.get(`${dataFolder}${name}.jsonl`);
    return [name, content ? Buffer.from(content).toString().split('\n').filter(Boolean) : []];
  });
  if (!files.has(`${dataFolder}communities.jsonl`)) throw new Error('this file is no archive of a community');
  return new Map(read);
}

/** Puts the files back; elsewhere they have other ids. @returns the new id of each old one */
async function putFiles(to: Environment, files: ReadonlyMap<string, Uint8Array>, copied: Copied) {
  const ids = new Map<string, string>();
  for (const fileId of fileIdsIn(copied)) {
    const content = files.get(`${filesFolder}${pathOfFile(fileId)}`);
    if (content) ids.set(fileId, await to.putFile(pathOfFile(fileId), content));
  }
  return ids;
}

/**
 * Restores an archive into an environment where no community stands. Where it broke off it goes on when it is run
 * again. Books, anchors and salts are put back as they were, byte for byte; other documents name files by their new
 * ids.
 * @returns how many documents and files
 */
export async function restoreArchive(to: Environment, files: ReadonlyMap<string, Uint8Array>) {
  const copied = readCopied(files);
  // Refused at once where a community stands, before any file is stored.
  await put(to.invoke, 'communities', []);
  const ids = await putFiles(to, files, copied);
  let documents = 0;
  for (const [collection, texts] of copied) {
    const renamed = texts.map((text) => text.replaceAll(/cloud:\/\/[\w.-]+\/[\w./-]+/g, (id) => ids.get(id) ?? id));
    await putAll(to.invoke, collection, renamed);
    documents += texts.length;
  }
  return { documents, files: ids.size };
}
