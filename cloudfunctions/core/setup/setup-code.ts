import type { Services } from '../platform/context';
import { collection, type Transaction } from '../platform/database';
import { hashOf } from '../platform/ids';
import { done } from '../platform/result';
import { communities } from '../place/community';

/** The one code of an environment that nobody has set up. Only its hash is stored; whoever deploys reads it once. */
export interface SetupCode {
  readonly _id: 'setup';
  readonly hash: string;
  readonly expiresAt: Date;
  /** Who used it, and when; null while nobody did. */
  readonly used: { readonly openid: string; readonly at: Date } | null;
}

export const setupCodes = collection<SetupCode>('setupCodes');

const codeId = 'setup';
const lifeMs = 24 * 3_600_000;
/** No 0, O, 1, I, L: it is read from one screen and typed into another. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const groups = 3;
const groupLength = 4;
/** Twelve of 31 letters: 59 bits, which nobody guesses in a day. */
const codeLength = groups * groupLength;

/** A code as it is printed: `7K3M-Q2XA-9DFT`. */
export interface PrintedCode {
  readonly code: string;
  readonly expiresAt: Date;
}

/**
 * A new code for an environment without any community; one that was printed before is void then.
 * @returns null where a community stands already
 */
export async function issueSetupCode({ database, clock, ids }: Services): Promise<PrintedCode | null> {
  const [community] = await database.find(communities, { where: { _id: { gt: '' } }, sort: { _id: 'asc' }, limit: 1 });
  if (community) return null;
  const code = makeCode((length) => ids.token(length));
  const expiresAt = new Date(clock.now().getTime() + lifeMs);
  const fields = { hash: hashOfCode(code), expiresAt, used: null };
  const stored = await database.transaction(async (transaction) => {
    if (await transaction.get(setupCodes, codeId)) await transaction.update(setupCodes, codeId, { set: fields });
    else await transaction.insert(setupCodes, { _id: codeId, ...fields });
    return done(null);
  });
  if (!stored.ok) throw new Error(`the setup code was not stored: ${stored.code}`);
  return { code, expiresAt };
}

/** Letters of a random token that are no letters of the code are left out. */
function makeCode(token: (length: number) => string): string {
  let letters = '';
  while (letters.length < codeLength)
    letters += [...token(codeLength).toUpperCase()].filter((letter) => alphabet.includes(letter)).join('');
  return Array.from({ length: groups }, (_, at) => letters.slice(at * groupLength, (at + 1) * groupLength)).join('-');
}

/** What is stored of a code: what somebody typed means it whatever its case, hyphens and blanks. */
export function hashOfCode(typed: string): string {
  return hashOf(['setup-code', typed.toUpperCase().replace(/[^0-9A-Z]/g, '')]);
}

/** Whether the code opens the environment at a moment. */
export function isValid(stored: SetupCode | undefined, typed: string, at: Date): stored is SetupCode {
  return stored?.used === null && at < stored.expiresAt && stored.hash === hashOfCode(typed);
}

export function readSetupCode(transaction: Transaction): Promise<SetupCode | undefined> {
  return transaction.get(setupCodes, codeId);
}

export function useSetupCode(transaction: Transaction, openid: string, at: Date): Promise<unknown> {
  return transaction.update(setupCodes, codeId, { set: { used: { openid, at } } });
}
