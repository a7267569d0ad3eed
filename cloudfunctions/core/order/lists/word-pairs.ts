import { comparableText } from '../matching/text-similarity';

/** No word of a search is longer, so that what is compared stays short. */
export const maxSearchWord = 20;

/**
 * The two-character terms of an order's words, each once: `水管漏水` has 水管, 管漏 and 漏水. Its title is the words'
 * beginning, so that it has none of its own. Pure.
 */
export function wordPairsOf(words: string): readonly string[] {
  const letters = Array.from(comparableText(words));
  return [...new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`))];
}

/** What is looked for among words: every part has to be in them; the index answers for `pair`. */
export interface WordSearch {
  readonly parts: readonly string[];
  readonly pair: string;
}

/**
 * Reads words that an order may hold, apart by blanks: `水管 三楼`. The longest part asks the index, since it is the
 * rarest as a rule. Pure.
 * @returns undefined where no part has two characters, of which an index has terms
 */
export function readWordSearch(typed: string): WordSearch | undefined {
  const parts = typed
    .split(/\s+/)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => Array.from(comparableText(part)).slice(0, maxSearchWord).join(''));
  const longest = [...parts].sort((one, other) => Array.from(other).length - Array.from(one).length)[0] ?? '';
  const pair = Array.from(longest).slice(0, 2).join('');
  return Array.from(longest).length < 2 ? undefined : { parts, pair };
}

/** Whether words hold every part that is looked for, whatever stands between their letters. Pure. */
export function holdsParts(words: string, { parts }: WordSearch): boolean {
  const text = comparableText(words);
  return parts.every((part) => text.includes(part));
}
