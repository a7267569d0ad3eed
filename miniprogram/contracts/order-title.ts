/** Longest title, in characters: it must fit a line of a list and a field of a subscription message. */
const titleLength = 20;

/** What others read of an order: its first words up to the first full stop or line break, cut to one line. */
export function titleOf(words: string): string {
  const [first = ''] = words.trim().split(/[\n。！？；!?;]/u);
  const letters = Array.from(first.trim() === '' ? words.trim() : first.trim());
  return letters.length <= titleLength ? letters.join('') : `${letters.slice(0, titleLength - 1).join('')}…`;
}
