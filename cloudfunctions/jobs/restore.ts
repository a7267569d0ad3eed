import { archivedCollections, communityCollection } from './archived';
import type { Services } from '../core/platform/context';
import { collection } from '../core/platform/database';
import { documentOf } from '../core/platform/document-text';
import { insertMissing } from '../core/platform/insert-missing';
import type { StoredDocument } from '../core/platform/migration';

/** Some documents of an archive, to be put back as they were. */
export interface RestoreCommand {
  readonly collection: string;
  readonly documents: readonly string[];
}

export function readRestoreCommand(event: unknown): RestoreCommand | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(event));
  const [name, into, documents] = ['name', 'collection', 'documents'].map((key) => fields.get(key));
  if (name !== 'restore' || typeof into !== 'string' || !archivedCollections.includes(into)) return undefined;
  if (!Array.isArray(documents) || !documents.every((text) => typeof text === 'string')) return undefined;
  return { collection: into, documents };
}

function isStored(value: unknown): value is StoredDocument {
  return typeof value === 'object' && value !== null && '_id' in value && typeof value._id === 'string';
}

export type RestoreReply = { readonly ok: true } | { readonly ok: false; readonly code: string };

/**
 * Puts documents back as they were, form and all. Only where no community stands: a restored one comes last, so that a
 * restoring that broke off goes on, and nothing is ever put beside what people work with.
 * @param services whose database stamps no form on what has none
 */
export async function restorePage(
  { database }: Pick<Services, 'database'>,
  { collection: name, documents }: RestoreCommand,
): Promise<RestoreReply> {
  const communities = await database.count(collection<StoredDocument>(communityCollection), {});
  if (communities > 0) return { ok: false, code: 'COMMUNITY_STANDS' };
  const read = documents.map(documentOf);
  if (!read.every(isStored)) return { ok: false, code: 'NO_DOCUMENT' };
  await insertMissing(database, collection<StoredDocument>(name), read);
  return { ok: true };
}
