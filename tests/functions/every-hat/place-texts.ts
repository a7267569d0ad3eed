import { couriersBranch } from '../../support/community';
import type { Typist } from './typing';

/** Where things are is no secret. */
export async function plantPlaces({ text, write }: Typist): Promise<void> {
  const lane = { kind: 'lane', parentId: 'qinghe_g1_s1', name: text('place.create.name') };
  await write('o_secretary', 'place.create', lane);
  const saved = { placeId: 'qinghe_g1_c2', version: 0, name: text('place.save.name') };
  await write('o_secretary', 'place.save', saved);
  await write('o_secretary', 'branch.create', { name: text('branch.create.name'), kind: 'unit' });
  await plantHelp({ text, write });
  const member = { personId: 'p_special', memberClass: 'special', reason: text('branch.setMember.reason') };
  await write('o_secretary', 'branch.setMember', member);
  const reason = text('branch.proposeTransfer.reason');
  const transfer = { personId: 'p_special', toBranchId: couriersBranch._id, reason };
  await write('o_secretary', 'branch.proposeTransfer', transfer);
}

/** What a branch does for one of its members, who reads it. */
async function plantHelp({ text, write }: Pick<Typist, 'text' | 'write'>): Promise<void> {
  const personId = 'p_special';
  const cast = { subject: ['o_special'] };
  await write('o_secretary', 'help.assignVisitor', { personId, visitorId: 'p_committee' });
  const said = { policy: text('help.recordVisit.policy', cast), needs: text('help.recordVisit.needs', cast) };
  await write('o_committee', 'help.recordVisit', { personId, day: '2026-11-20', ...said });
  const about = { personId, kind: 'hardship', words: text('help.openCase.words', cast), helperId: 'p_committee' };
  const { caseId } = await write('o_secretary', 'help.openCase', about);
  await write('o_committee', 'help.addNote', { caseId, version: 0, words: text('help.addNote.words', cast) });
  await write('o_secretary', 'help.closeCase', { caseId, version: 1, words: text('help.closeCase.words', cast) });
}
