import { pinyin } from 'pinyin-pro';
import { startsWithCompoundSurname } from './text/compound-surnames';

/** Surnames that the library reads as the words that they are otherwise, by code point. */
const corrected: ReadonlyMap<number, string> = new Map([
  [0x79cd, 'chong'],
  [0x796d, 'zhai'],
  [0x9ed1, 'he'],
  [0x6d17, 'xian'],
  [0x79d8, 'bi'],
  [0x90c7, 'xun'],
  [0x4f74, 'nai'],
  [0x7085, 'gui'],
  [0x4e48, 'yao'],
]);

/**
 * How the surname of a name is read, in lower case and without tone, to sort names by: `shan` for one whose character
 * is read `dan` elsewhere. A name in other letters is its own key. It is a proposal: people know better, and may
 * correct it.
 */
export function surnameKeyOf(name: string): string {
  const [first = ''] = name;
  const known = corrected.get(first.codePointAt(0) ?? 0);
  if (known !== undefined) return known;
  if (!/^\p{Script=Han}/u.test(name)) return name.trim().toLowerCase();
  const length = startsWithCompoundSurname.test(name) ? 2 : 1;
  return pinyin(name, { surname: 'head', toneType: 'none', type: 'array' }).slice(0, length).join('').toLowerCase();
}
