import type { GrantView } from '../../../../miniprogram/contracts/grant';
import type { Reader } from '../reader';
import { signFault } from '../rules/disputes';
import type { Grant } from './grant';

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
