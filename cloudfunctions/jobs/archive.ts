import { branches } from '../core/branch/branch';
import { keeperIdOf } from '../core/place/branch';
import { archiveParts, type ArchivePart } from '../core/passbook/slip/archive';
import type { Services } from '../core/platform/context';
import { collection } from '../core/platform/database';
import type { StoredDocument } from '../core/platform/migration';

/** One page of what a community's archive is made of, in the order of ids. */
export interface ArchiveCommand {
  readonly communityId: string;
  readonly part: ArchivePart;
  /** Where the page before ended; '' for the first. */
  readonly after: string;
}

/** Full anchors are large: so few of them stay far below what a function may answer. */
const pageSizes: Readonly<Record<ArchivePart, number>> = { heads: 99, lines: 99, salts: 99, anchors: 2 };

export function readArchiveCommand(event: unknown): ArchiveCommand | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(event));
  const [name, communityId, wanted, after] = ['name', 'communityId', 'part', 'after'].map((key) => fields.get(key));
  const part = partOf(wanted);
  if (name !== 'archive' || !part || typeof communityId !== 'string' || typeof after !== 'string') return undefined;
  return { communityId, part, after };
}

function partOf(value: unknown): ArchivePart | undefined {
  return value === 'heads' || value === 'lines' || value === 'anchors' || value === 'salts' ? value : undefined;
}

/** A community has a handful; 99 is what one query returns. */
const maxBranches = 99;

/** Under which ids a community's branches keep their anchors; the first has the community's. One read. */
export async function readKeepers(database: Services['database'], communityId: string): Promise<readonly string[]> {
  const found = await database.find(branches, { where: { communityId }, sort: { _id: 'asc' }, limit: maxBranches });
  return [...new Set([communityId, ...found.map(({ _id }) => keeperIdOf(_id))])];
}

/** @returns the documents, where the next page begins, and the public keys that sign and signed */
export async function archivePage({ database, signer }: Services, { communityId, part, after }: ArchiveCommand) {
  const limit = pageSizes[part];
  const from = collection<StoredDocument>(archiveParts[part]);
  const keepers = part === 'anchors' ? await readKeepers(database, communityId) : [communityId];
  const where = { communityId: { oneOf: keepers }, _id: { gt: after } };
  const documents = await database.find(from, { where, sort: { _id: 'asc' }, limit });
  const next = documents.length === limit ? (documents.at(-1)?._id ?? null) : null;
  return { ok: true, data: { documents, next, keys: signer?.keys ?? [] } };
}
