import { archivedCollections, isIndexedByCommunity } from './archived';
import type { Services } from '../core/platform/context';
import { collection } from '../core/platform/database';
import { documentText } from '../core/platform/document-text';
import type { StoredDocument } from '../core/platform/migration';
import { readKeepers } from './archive';

/** One page of a community's documents as they are stored, for its archive. */
export interface CopyCommand {
  readonly communityId: string;
  readonly collection: string;
  /** Where the page before ended; '' for the first. */
  readonly after: string;
}

/** Far below what a function may answer, whatever a document weighs. */
const maxPageBytes = 400_000;
const documentsAtOnce = 50;

export function readCopyCommand(event: unknown): CopyCommand | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(event));
  const [name, communityId, from, after] = ['name', 'communityId', 'collection', 'after'].map((key) => fields.get(key));
  if (name !== 'copy' || typeof communityId !== 'string' || communityId === '') return undefined;
  if (typeof from !== 'string' || !archivedCollections.includes(from) || typeof after !== 'string') return undefined;
  return { communityId, collection: from, after };
}

/**
 * A community's own counts and its document bear its id as theirs; everything else names it, or, as anchors do, what
 * its branches keep their books under.
 */
function belongs(document: StoredDocument, keepers: readonly unknown[]): boolean {
  return keepers.includes(document._id) || ('communityId' in document && keepers.includes(document['communityId']));
}

/** @returns the documents as texts (`core/platform/document-text.ts`), and where the next page begins */
export async function copyPage({ database }: Services, { communityId, collection: name, after }: CopyCommand) {
  const keepers = await readKeepers(database, communityId);
  const where = { _id: { gt: after }, ...(isIndexedByCommunity(name) && { communityId: { oneOf: keepers } }) };
  const found = await database.find(collection<StoredDocument & { communityId?: string }>(name), {
    where,
    sort: { _id: 'asc' },
    limit: documentsAtOnce,
  });
  const documents: string[] = [];
  let bytes = 0;
  let last = '';
  for (const document of found) {
    const text = belongs(document, keepers) ? documentText(document) : '';
    bytes += Buffer.byteLength(text);
    if (bytes > maxPageBytes && last !== '') return { ok: true, data: { documents, next: last } };
    if (text !== '') documents.push(text);
    last = document._id;
  }
  return { ok: true, data: { documents, next: found.length === documentsAtOnce ? last : null } };
}

/** Asks for links to files, to be fetched within minutes. At most 50. */
export function readLinksCommand(event: unknown): readonly string[] | undefined {
  if (typeof event !== 'object' || event === null || !('name' in event) || event.name !== 'links') return undefined;
  const fileIds: unknown = 'fileIds' in event ? event.fileIds : undefined;
  if (!Array.isArray(fileIds)) return undefined;
  return fileIds.filter((id): id is string => typeof id === 'string').slice(0, 50);
}
