import { couriersBranch } from '../../support/community';
import type { Typist } from './typing';

/** Where things are is no secret. */
export async function plantPlaces({ text, write }: Typist): Promise<void> {
  const lane = { kind: 'lane', parentId: 'qinghe_g1_s1', name: text('place.create.name') };
  await write('o_secretary', 'place.create', lane);
  const saved = { placeId: 'qinghe_g1_c2', version: 0, name: text('place.save.name') };
  await write('o_secretary', 'place.save', saved);
  await write('o_secretary', 'branch.create', { name: text('branch.create.name'), kind: 'unit' });
  const reason = text('branch.proposeTransfer.reason');
  const transfer = { personId: 'p_special', toBranchId: couriersBranch._id, reason };
  await write('o_secretary', 'branch.proposeTransfer', transfer);
}
