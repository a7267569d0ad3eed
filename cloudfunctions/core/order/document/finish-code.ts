import { limits } from '../../../../miniprogram/contracts/limits';
import type { Ids } from '../../platform/ids';

/** The code that a requester tells at the door: four digits by chance. */
export function createFinishCode(ids: Ids): string {
  const letters = Array.from(ids.token(12));
  const number = letters.reduce((sum, letter) => (sum * 61 + letter.charCodeAt(0)) % 1_000_003, 0);
  return String(number % 10 ** limits.finishCodeDigits).padStart(limits.finishCodeDigits, '0');
}
