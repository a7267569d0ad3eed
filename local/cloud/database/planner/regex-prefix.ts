const special = new Set([...'.*+?()[]{}|^$']);
/** What makes the letter before it optional. */
const quantifiers = new Set(['*', '?', '{']);

/**
 * The letters that everything matched must start with: `^abc.*` gives `abc`.
 * @returns undefined when the expression is not anchored, ignores case, or has alternatives
 */
export function literalPrefix(regex: RegExp): string | undefined {
  const { source, flags } = regex;
  if (!source.startsWith('^') || /[im]/.test(flags) || source.includes('|')) return undefined;
  const letters: string[] = [];
  for (let at = 1; at < source.length; at++) {
    const letter = source.charAt(at);
    if (letter === '\\') {
      const escaped = source.charAt(++at);
      if (/[\w\s]/.test(escaped)) break;
      letters.push(escaped);
    } else if (special.has(letter)) {
      if (quantifiers.has(letter)) letters.pop();
      break;
    } else letters.push(letter);
  }
  const prefix = letters.join('');
  return prefix === '' ? undefined : dropHalfSurrogate(prefix);
}

function dropHalfSurrogate(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}
