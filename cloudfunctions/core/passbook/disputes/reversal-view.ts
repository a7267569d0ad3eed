import type { ReversalView } from '../../../../miniprogram/contracts/passbook';
import type { Reader } from '../reader';
import { signFault } from '../rules/disputes';
import type { Reversal } from './reversal';

export function reversalView(reversal: Reversal, reader: Reader): ReversalView {
  const { _id, state, entryId, personId, personName, unit, at, title, cause, points, balance } = reversal;
  const { contest, proposal, right, missing } = reversal;
  const { isBookkeeper: isKeeper } = reader;
  const mine = personId === reader.personId ? 'book' : proposal?.personId === reader.personId ? 'proposal' : undefined;
  return {
    reversalId: _id,
    state,
    entryId,
    personId,
    personName,
    unit,
    at: at.toISOString(),
    title,
    cause,
    points,
    balance,
    ...(contest !== null && isKeeper && { contest }),
    ...(proposal && { reason: proposal.reason, proposedBy: proposal.name }),
    ...(proposal && right && { right: { cause: right.cause, points: right.points } }),
    ...(missing && { missing }),
    ...(mine && { mine }),
    mayPropose: isKeeper && state === 'contested' && cause !== 'reversal',
    mayUphold: isKeeper && state === 'contested' && personId !== reader.personId,
    maySign: isKeeper && state === 'proposed' && signFault(proposal?.personId, personId, reader.personId) === null,
  };
}
