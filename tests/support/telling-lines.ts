/**
 * Which lines that functions printed tell of somebody. Names, addresses and whatever people type are Chinese in every
 * test and in the demo data, so that a log line holds no Han character at all; telephone numbers are found by their
 * form, people's openids by how the demo data and the tests call them.
 */
const han = /\p{Script=Han}/u;
/** Mobile and fixed numbers, with or without area code, as people write them; a time in milliseconds is longer. */
const telephone = /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<![\d.])0\d{2,3}[- ]?\d{7,8}(?!\d)/;
const hats = 'resident|tenant|member|worker|leader|head|captain|secretary|committee|admin|courier|merchant|inspector';
const openid = new RegExp(String.raw`\b[op]_[a-z]\w+|\b(?:branch-)?(?:${hats})-[a-z]{2,}\b`);

/** The digest of a bundle in the path of a stack: any ten digits may stand in it. */
const digest = /(?<=\/)[0-9a-f]{40,64}\b/g;

/** `2026-11-28T09:00:00.000Z api `, which the local cloud writes before what a function printed. */
const prefix = /^\S+ (?:api|files|jobs|events|open) /;

/** @param lines as the local cloud keeps them; those of functions that are not the product's are left out */
export function tellingLines(lines: readonly string[]): string[] {
  return lines.filter((line) => {
    if (!prefix.test(line)) return false;
    const said = line.replace(prefix, '').replace(digest, '');
    return [han, telephone, openid].some((pattern) => pattern.test(said));
  });
}
