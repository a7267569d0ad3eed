/** Shorter than this, words say too little to tell one trouble from another. */
const minLetters = 4;

/**
 * How much two texts speak of the same: the share of neighbouring letters (two by two, punctuation left out) of the
 * shorter text that the other has too, 0 to 1. Chinese has no spaces between words, and most of its words have two
 * letters.
 */
export function textSimilarity(one: string, other: string): number {
  const [few, many] = [pairsOf(one), pairsOf(other)].sort((left, right) => left.size - right.size);
  if (!few || !many || few.size === 0) return 0;
  return [...few].filter((pair) => many.has(pair)).length / few.size;
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = lettersOf(text);
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`));
}

/** What two texts that a person would call the same have in common: no blanks, punctuation, widths, capitals. */
export function comparableText(text: string): string {
  const even = text.normalize('NFKC').toLowerCase();
  return lettersOf(even).join('') || even.replace(/\s+/g, '');
}

function lettersOf(text: string): readonly string[] {
  return [...text].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
}

/**
 * The one that speaks most of the same as `words`; none where all speak of something else. Few words leave the first.
 */
export function mostSimilar<T extends { readonly words: string }>(words: string, others: readonly T[]): T | undefined {
  if (lettersOf(words).length < minLetters) return others[0];
  const [best] = others
    .map((other) => ({ other, similarity: textSimilarity(words, other.words) }))
    .sort((left, right) => right.similarity - left.similarity);
  return best && best.similarity > 0 ? best.other : undefined;
}
