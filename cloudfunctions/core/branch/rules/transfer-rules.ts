import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import type { Transfer } from '../transfer';

/** Why somebody may not decide on a transfer; nobody decides on what they proposed, nor on themselves. */
export function decideTransferFault(
  { open, personId, proposed }: Pick<Transfer, 'open' | 'personId' | 'proposed'>,
  deciderId: string,
): ErrorCode | null {
  if (!open) return 'ALREADY_SETTLED';
  return [personId, proposed.personId].includes(deciderId) ? 'SECOND_PERSON_NEEDED' : null;
}
