import { firstBranch, namedBranchId, type Branch } from '../../../cloudfunctions/core/branch/branch';
import { branchIdOf } from '../../../cloudfunctions/core/place/branch';
import type { Transfer } from '../../../cloudfunctions/core/branch/transfer';

/** The branches of both communities; of the first one there is a second beside it. */
export const couriersBranch: Branch = {
  _id: namedBranchId('qinghe', '快递行业党支部'),
  communityId: 'qinghe',
  name: '快递行业党支部',
  kind: 'trade',
};
export const branches: readonly Branch[] = [
  firstBranch({ _id: 'qinghe', branchName: '清河社区党支部' }),
  firstBranch({ _id: 'liuyuan', branchName: '柳园社区党支部' }),
  couriersBranch,
];

/** A member of the couriers' branch who is to come to the community's own. */
export const waitingTransfer: Transfer = {
  _id: 'transfer_waiting',
  communityId: 'qinghe',
  personId: 'p_special',
  name: '程桂英',
  from: { branchId: couriersBranch._id, name: couriersBranch.name },
  to: { branchId: branchIdOf('qinghe'), name: '清河社区党支部' },
  reason: '退休回社区了',
  open: true,
  proposed: { personId: 'p_courier', name: '薛飞', at: new Date('2026-11-20T02:00:00Z') },
  decided: null,
  requests: [],
};
