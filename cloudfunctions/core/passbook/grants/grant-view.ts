import type { EntryView } from '../../../../miniprogram/contracts/passbook';
import type { GrantView } from '../../../../miniprogram/contracts/grant';
import type { Entry } from '../entry';
import type { Reader } from '../reader';
import { signFault } from '../rules/disputes';
import type { Grant } from './grant';

/** Of a line that was written by hand: who proposed it, and who signed. */
export function handsOf(
  { cause, sourceId }: Pick<Entry, 'cause' | 'sourceId'>,
  given: readonly Grant[],
): Pick<EntryView, 'byHand'> {
  if (cause !== 'grant' && cause !== 'opening') return {};
  const grant = given.find(({ _id }) => _id === sourceId);
  return grant?.settled ? { byHand: { by: grant.proposal.name, second: grant.settled.name } } : {};
}

export function grantView(grant: Grant, reader: Reader): GrantView {
  const { _id, kind, state, personId, personName, unit, points, day, reason, proposal, settled } = grant;
  const mine = personId === reader.personId ? 'book' : proposal.personId === reader.personId ? 'proposal' : undefined;
  return {
    grantId: _id,
    kind,
    state,
    personId,
    personName,
    unit,
    points,
    day,
    reason,
    proposedBy: proposal.name,
    proposedAt: proposal.at.toISOString(),
    ...(settled && { settledBy: settled.name, settledAt: settled.at.toISOString() }),
    ...(settled && settled.refusal !== null && { refusal: settled.refusal }),
    ...(mine && { mine }),
    maySign:
      reader.isBookkeeper && state === 'proposed' && signFault(proposal.personId, personId, reader.personId) === null,
  };
}
