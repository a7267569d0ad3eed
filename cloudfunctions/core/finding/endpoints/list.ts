import { findingKinds, type FindingView } from '../../../../miniprogram/contracts/finding';
import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { findings, type Finding } from '../finding';

/**
 * A page of what is to be put right of one kind.
 * Cost: 2 reads.
 */
export const listFindings = signedInEndpoint({
  name: 'finding.list',
  input: object({ kind: v.picklist(findingKinds), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login }, { kind, cursor: after = '' }) {
    const found = await database.find(findings, {
      where: { communityId: login.communityId, kind, _id: { gt: after } },
      sort: { _id: 'asc' },
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ _id }) => _id);
    return done({ findings: shown.map(findingView), ...(next !== undefined && { next }) });
  },
});

function findingView({ _id, kind, label, detail, placeId, personId, orderId }: Finding): FindingView {
  return {
    findingId: _id,
    kind,
    label,
    ...(detail !== undefined && { detail }),
    ...(placeId !== undefined && { placeId }),
    ...(personId !== undefined && { personId }),
    ...(orderId !== undefined && { orderId }),
  };
}
