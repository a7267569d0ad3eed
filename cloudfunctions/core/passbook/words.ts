import { createHmac } from 'node:crypto';
import { canonicalJson } from '../platform/ids';
import type { Posting, WordDigest } from './entry';

/** Each person's salt; null where it was erased. */
export type Salts = ReadonlyMap<string, string | null>;

/** What of a line is somebody's name or words. */
export type WordedLine = Pick<Posting, 'personId' | 'name' | 'title' | 'titleBy' | 'reversal'>;

type Words = Readonly<Record<string, string>>;

/**
 * A line's names and words, by the person whose they are: the owner's name, the title by whoever said it, the reason of
 * a reversal with the owner's, and the names of the two who reversed.
 */
export function wordsByPerson(line: WordedLine): ReadonlyMap<string, Words> {
  const { personId, reversal } = line;
  const parts: readonly (readonly [personId: string | null, words: Words])[] = [
    [personId, { name: line.name }],
    [line.titleBy ?? personId, { title: line.title }],
    ...(reversal
      ? ([
          [personId, { reason: reversal.reason }],
          [reversal.byId, { by: reversal.by }],
          [reversal.secondId, { second: reversal.second }],
        ] as const)
      : []),
  ];
  const found = new Map<string, Words>();
  for (const [id, words] of parts) if (id !== null) found.set(id, { ...found.get(id), ...words });
  return found;
}

/** The people whose names or words stand in a line. */
export function peopleIn(line: WordedLine): readonly string[] {
  return [...wordsByPerson(line).keys()];
}

/** HMAC-SHA-256 of one person's words in a line under their salt: nothing without the salt tells what they were. */
function digestOf(salt: string, words: Words): string {
  return createHmac('sha256', salt).update(canonicalJson(words)).digest('hex');
}

/**
 * What stands in a line's hash for its words.
 * @throws Error where a person's salt is not given
 */
export function digestsOf(line: WordedLine, salts: Salts): readonly WordDigest[] {
  return [...wordsByPerson(line)].map(([personId, words]) => {
    const salt = salts.get(personId);
    if (salt === undefined) throw new Error(`no salt of ${personId}`);
    return { personId, digest: salt === null ? '' : digestOf(salt, words) };
  });
}

/** Whether a line's words are those that its digests were made of; whose salt was erased has none left. */
export function wordsHold(line: WordedLine & { readonly digests: readonly WordDigest[] }, salts: Salts): boolean {
  const words = wordsByPerson(line);
  return (
    line.digests.length === words.size &&
    line.digests.every(({ personId, digest }) => {
      const own = words.get(personId);
      const salt = salts.get(personId);
      if (own === undefined || salt === undefined) return false;
      return salt === null ? Object.values(own).every((word) => word === '') : digestOf(salt, own) === digest;
    })
  );
}

/** The same line without the words of some people. */
export function withoutWordsOf<Line extends WordedLine>(line: Line, isErased: (personId: string) => boolean): Line {
  const { reversal } = line;
  const owner = isErased(line.personId);
  const isErasedWord = (personId: string | null): boolean => personId !== null && isErased(personId);
  return {
    ...line,
    name: owner ? '' : line.name,
    title: isErased(line.titleBy ?? line.personId) ? '' : line.title,
    reversal: reversal && {
      ...reversal,
      reason: owner ? '' : reversal.reason,
      by: isErasedWord(reversal.byId) ? '' : reversal.by,
      second: isErasedWord(reversal.secondId) ? '' : reversal.second,
    },
  };
}
