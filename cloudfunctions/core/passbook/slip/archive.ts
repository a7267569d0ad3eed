import type { Anchor } from '../anchor/anchor';
import type { BookLine } from '../entry';
import type { VerifyingKey } from '../../platform/key-ring';
import type { Passbook } from '../passbook';
import type { Salt } from '../salts';

/** Everything of one community's books that is needed to verify them without the database. */
export interface Archive {
  readonly form: 1;
  readonly communityId: string;
  readonly madeAt: Date;
  /** The keys that signed it all, oldest first; whoever verifies compares them with those on paper. */
  readonly keys: readonly VerifyingKey[];
  readonly heads: readonly Passbook[];
  readonly lines: readonly BookLine[];
  readonly anchors: readonly Anchor[];
  /** With the signed lines of those that were erased. */
  readonly salts: readonly Salt[];
}

/** The parts that are read page by page, and the collection of each. */
export const archiveParts = { heads: 'passbooks', lines: 'entries', anchors: 'anchors', salts: 'salts' } as const;
export type ArchivePart = keyof typeof archiveParts;

const moments: ReadonlySet<string> = new Set(['at', 'effectiveAt', 'ofAt', 'madeAt', 'updatedAt']);

/** An archive out of its text. @throws Error when it is none */
export function parseArchive(text: string): Archive {
  const value: unknown = JSON.parse(text, (key, part: unknown) =>
    moments.has(key) && typeof part === 'string' ? new Date(part) : part,
  );
  if (!isArchive(value)) throw new Error('this file is no archive of form 1');
  return value;
}

function isArchive(value: unknown): value is Archive {
  if (typeof value !== 'object' || value === null || !('form' in value) || value.form !== 1) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return (
    typeof fields.get('communityId') === 'string' &&
    Array.isArray(fields.get('keys')) &&
    Object.keys(archiveParts).every((part) => Array.isArray(fields.get(part)))
  );
}
