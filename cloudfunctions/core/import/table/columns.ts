import type { PostHat } from '../../../../miniprogram/contracts/hat';
import {
  headerOwners,
  headerSeparator,
  headerWords,
  householdHead,
  keeperOwners,
  nameSuffix,
  deputy,
  postWords,
  serialHeaders,
} from '../text/headers';

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

/** What tells a kind's columns from others. */
export interface ColumnShape {
  /** A header that fits several is the first's. */
  readonly fields: readonly Field[];
  /** Whether the name of a post heads a column of people. */
  readonly holdsPosts: boolean;
  /** Whether a number may be that of a post's holder or a keeper: in a list of residents it is somebody else's. */
  readonly namesKeepers: boolean;
}

/** The columns of a row that is taken for a header. */
export function columnsOf(headers: ReadonlyMap<number, string>, shape: ColumnShape): readonly Column[] {
  const claims = [...headers].flatMap(([column, header]) => {
    const claim = claimOf(plainHeader(header), shape);
    return claim ? [{ column, header: header.trim(), ...claim }] : [];
  });
  const isBest = ({ field, rank, column, hat }: (typeof claims)[number]): boolean =>
    hat !== undefined ||
    severalTimes.includes(field) ||
    !claims.some(
      (other) => other.field === field && (other.rank < rank || (other.rank === rank && other.column < column)),
    );
  const best = claims.filter(isBest);
  const isOfHead = ({ field, header }: Pick<Column, 'field' | 'header'>): boolean =>
    field === 'phone' && householdHead.test(plainHeader(header));
  return best
    .filter((claim) => !(isOfHead(claim) && hasOtherHead(claims, best)))
    .map(({ column, header, field, hat }) => ({ column, header, field, ...(hat ? { hat } : {}) }));
}

/** Whether a list names the head of each household beside the people that it is of. */
function hasOtherHead(claims: readonly Column[], best: readonly Column[]): boolean {
  return claims.some(
    (claim) => claim.field === 'name' && !best.includes(claim) && householdHead.test(plainHeader(claim.header)),
  );
}

interface Claim {
  readonly field: Field;
  /** Position among the field's words. */
  readonly rank: number;
  readonly hat?: PostHat;
}

function claimOf(header: string, { fields, holdsPosts, namesKeepers }: ColumnShape): Claim | undefined {
  const hat = holdsPosts ? hatOf(plainPost(header)) : undefined;
  if (hat) return { field: 'name', rank: -1, hat };
  const withoutOwner = header.replace(namesKeepers ? keeperOwners : headerOwners, '');
  return claimOfWord(header, fields) ?? claimOfWord(withoutOwner, fields) ?? claimOfParts(header, fields);
}

function claimOfWord(word: string, fields: readonly Field[]): Claim | undefined {
  for (const field of fields) {
    const words: readonly string[] = headerWords[field];
    if (words.includes(word)) return { field, rank: words.indexOf(word) };
  }
  return undefined;
}

/** Several words for one field are one header. */
function claimOfParts(header: string, fields: readonly Field[]): Claim | undefined {
  const [first, ...others] = header.split(headerSeparator).map((word) => claimOfWord(word, fields));
  return others.length > 0 && others.every((other) => other?.field === first?.field) ? first : undefined;
}

/** The word of a post as it is compared: 专职 网格员 is 专职网格员. */
export const plainPost = (text: string): string => plainHeader(text).replace(nameSuffix, '');

/** The hat that a post's name is of. */
export function hatOf(word: string): PostHat | undefined {
  const found = postHeaders.find(([one]) => one === word)?.[1];
  return isPostHat(found) ? found : undefined;
}

/** The one hat that a longer text names: 一网格网格员, 街巷长花名册; a deputy (副书记) is none, two are neither. */
export function hatIn(text: string): PostHat | undefined {
  const words = postHeaders
    .map(([word]) => word)
    .filter((word) => text.includes(word) && !text.includes(`${deputy}${word}`));
  const longest = words.filter((word) => !words.some((other) => other !== word && other.includes(word)));
  const hats = new Set(longest.map(hatOf));
  return hats.size === 1 ? [...hats][0] : undefined;
}

function isPostHat(hat: string | undefined): hat is keyof typeof postWords {
  return hat !== undefined && hat in postWords;
}
