import { createHash } from 'node:crypto';

/** The public half of a key that signs, or signed once. */
export interface VerifyingKey {
  /** 32 bytes in base64. */
  readonly publicKey: string;
  /** The day in Asia/Shanghai from which on it signs: `2026-11-28`; '' for the first key. */
  readonly from: string;
}

/** How people call a key, on a slip and on paper: the first eight hexadecimal digits of its SHA-256. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 8);
}

/**
 * Whether what a key signed on a day counts: it signed from its own day to the day of the next one, on which both did.
 * Whoever gets hold of an older key signs nothing later with it.
 */
export function countsOn(keys: readonly VerifyingKey[], publicKey: string, day: string): boolean {
  const index = keys.findIndex((key) => key.publicKey === publicKey);
  const [key, next] = [keys[index], keys[index + 1]];
  return key !== undefined && day >= key.from && (next === undefined || day <= next.from);
}

/** Keys as a variable of the functions holds them, oldest first: `<public key>@<day>,…`. */
export function formatKeys(keys: readonly VerifyingKey[]): string {
  return keys.map(({ publicKey, from }) => `${publicKey}@${from}`).join(',');
}

/** @throws Error for what is no such text, and for days that do not ascend */
export function parseKeys(text: string): readonly VerifyingKey[] {
  const keys = text
    .split(',')
    .filter((part) => part !== '')
    .map((part): VerifyingKey => {
      const [, publicKey, from] = /^([\w+/]{43}=)@(\d{4}-\d\d-\d\d|)$/.exec(part) ?? [];
      if (publicKey === undefined || from === undefined) throw new Error(`${part} is no public key with its first day`);
      return { publicKey, from };
    });
  const isAscending = keys.every(({ from }, index) => index === 0 || from > (keys[index - 1]?.from ?? ''));
  if (!isAscending) throw new Error('public keys are named oldest first, each from a later day than the one before');
  return keys;
}
