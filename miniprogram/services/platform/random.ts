const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Names one write for good: retried with the same id, it happens once. 24 letters of base 62. */
export function newRequestId(): string {
  return Array.from({ length: 24 }, () => letters.charAt(Math.floor(Math.random() * letters.length))).join('');
}

/** Up to half as much again, so that many phones do not come back at once. */
export const jittered = (durationMs: number): number => durationMs * (1 + Math.random() / 2);
