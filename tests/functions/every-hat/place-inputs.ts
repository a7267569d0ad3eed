import type { EndpointName } from '../../../miniprogram/contracts/api';
import { couriersBranch } from '../../support/community';

/** What whoever keeps the places writes about them. */
export const placeWrites: Partial<Record<EndpointName, object[]>> = {
  'place.create': [
    { kind: 'lane', parentId: 'qinghe_g2', name: '新巷' },
    { kind: 'lane', parentId: 'liuyuan_g1', name: '新巷' },
  ],
  'place.save': [{ placeId: 'qinghe_g1_h2', version: 0, name: '西屋' }],
  'place.move': [{ placeId: 'qinghe_g2_c1', version: 0, parentId: 'qinghe_g2' }],
  'place.close': [{ placeId: 'qinghe_g1_s1', version: 0 }],
  'post.assign': [
    { placeId: 'qinghe_g2', hat: 'gridLeader', personId: 'p_neighbour', from: '2030-01-01T00:00:00+08:00' },
    { placeId: 'liuyuan_g1', hat: 'gridLeader', personId: 'p_neighbour' },
  ],
  'employer.grantHat': [
    { employerId: 'qinghe_power', personId: 'p_neighbour' },
    { employerId: 'liuyuan_bank', personId: 'p_neighbour' },
  ],
  'branch.create': [{ name: '楼宇党支部', kind: 'building' }],
  'branch.setPost': [
    { branchId: couriersBranch._id, personId: 'p_special', hat: 'secretary', holds: true },
    { branchId: couriersBranch._id, personId: 'p_stranger', hat: 'secretary', holds: true },
  ],
  'branch.savePolicy': [{ signInByCode: true }],
  'branch.setMember': [
    { personId: 'p_special', memberClass: 'senior', reason: '能走动了' },
    { personId: 'p_strangerSecretary', memberClass: 'senior', reason: '能走动了' },
  ],
  'branch.proposeTransfer': [{ personId: 'p_special', toBranchId: couriersBranch._id, reason: '换了单位' }],
  'branch.decideTransfer': [{ transferId: 'nobody-moves', agree: false }],
  'mentor.assign': [
    { mentorId: 'p_group', apprenticeId: 'p_young' },
    { mentorId: 'p_strangerSecretary', apprenticeId: 'p_young' },
  ],
  'mentor.release': [{ apprenticeId: 'p_young' }, { apprenticeId: 'p_strangerSecretary' }],
  'help.assignVisitor': [
    { personId: 'p_special', visitorId: 'p_committee' },
    { personId: 'p_special', visitorId: 'p_strangerSecretary' },
  ],
  'help.recordVisit': [{ personId: 'p_special', day: '2026-11-20', policy: '讲了医保', needs: '没有难处' }],
  'help.openCase': [{ personId: 'p_special', kind: 'hardship', words: '取暖', helperId: 'p_committee' }],
  'help.addNote': [{ caseId: 'nobody-helps', version: 0, words: '去看过了' }],
  'help.closeCase': [{ caseId: 'nobody-helps', version: 0, words: '好了' }],
  'employer.revokeHat': [{ employerId: 'qinghe_power', personId: 'p_neighbour' }],
  'person.settle': [
    { personId: 'p_imported', placeId: 'qinghe_g1_c2' },
    { personId: 'p_stranger', placeId: 'qinghe_g1_c2' },
  ],
  'person.leave': [{ personId: 'p_imported' }, { personId: 'p_stranger' }],
};
