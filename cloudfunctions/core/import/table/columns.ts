import type { PostHat } from '../../../../miniprogram/contracts/hat';
import { headerOwners, headerWords, nameSuffix, postWords, serialHeaders } from '../text/headers';

export type Field = keyof typeof headerWords;

/** A column that was understood. `hat`: its header names a post, and its cells who has it. */
export interface Column {
  readonly column: number;
  /** As it was written. */
  readonly header: string;
  readonly field: Field;
  readonly hat?: PostHat;
}

/** Fields of which every column counts; of the others the best. */
const severalTimes: readonly Field[] = ['phone'];
const postHeaders = Object.entries(postWords).flatMap(([hat, words]) => words.map((word) => [word, hat] as const));

/** A header as it is compared: 备 注（必填） is 备注. */
export function plainHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[([][^)\]]*[)\]]/g, '')
    .replace(/[*:：]/g, '')
    .replace(/(?<=\D)[\d一二三]$/, '')
    .toLowerCase();
}

export const isSerialHeader = (text: string): boolean => serialHeaders.includes(plainHeader(text));

/**
 * The columns of a row that is taken for a header.
 * @param fields those that the kind has, of which the first that a header fits has it
 * @param holdsPosts whether a post's name heads a column of people
 */
export function columnsOf(
  headers: ReadonlyMap<number, string>,
  fields: readonly Field[],
  holdsPosts: boolean,
): readonly Column[] {
  const claims = [...headers].flatMap(([column, header]) => {
    const claim = claimOf(plainHeader(header), fields, holdsPosts);
    return claim ? [{ column, header: header.trim(), ...claim }] : [];
  });
  const isBest = ({ field, rank, column, hat }: (typeof claims)[number]): boolean =>
    hat !== undefined ||
    severalTimes.includes(field) ||
    !claims.some(
      (other) => other.field === field && (other.rank < rank || (other.rank === rank && other.column < column)),
    );
  return claims
    .filter(isBest)
    .map(({ column, header, field, hat }) => ({ column, header, field, ...(hat ? { hat } : {}) }));
}

interface Claim {
  readonly field: Field;
  /** Position among the field's words. */
  readonly rank: number;
  readonly hat?: PostHat;
}

function claimOf(header: string, fields: readonly Field[], holdsPosts: boolean): Claim | undefined {
  const hat = holdsPosts ? hatOf(plainPost(header)) : undefined;
  if (hat) return { field: 'name', rank: -1, hat };
  const withoutOwner = header.replace(headerOwners, '');
  for (const word of [header, withoutOwner])
    for (const field of fields) {
      const words: readonly string[] = headerWords[field];
      if (words.includes(word)) return { field, rank: words.indexOf(word) };
    }
  return undefined;
}

/** The word of a post as it is compared: 专职 网格员 is 专职网格员. */
export const plainPost = (text: string): string => plainHeader(text).replace(nameSuffix, '');

/** The hat that a post's name is of. */
export function hatOf(word: string): PostHat | undefined {
  const found = postHeaders.find(([one]) => one === word)?.[1];
  return isPostHat(found) ? found : undefined;
}

function isPostHat(hat: string | undefined): hat is keyof typeof postWords {
  return hat !== undefined && hat in postWords;
}
