import type { EndpointName, Input } from '../../miniprogram/contracts/api';

type PersonName = Extract<
  EndpointName,
  `person.${string}` | `employer.${string}` | `mentor.${string}` | `branch.${string}`
>;
const requestId = 'request-0001';

/** One well-formed input for each endpoint about people, and about where they work. */
export const personSamples: { readonly [Name in PersonName]: Required<Input<Name>> } = {
  'person.find': { words: '李' },
  'person.settle': { personId: 'p_imported', placeId: 'qinghe_g1_c1', requestId },
  'person.previewLeave': { personId: 'p_member2' },
  'person.leave': { personId: 'p_member2', requestId },
  'person.getSession': { countReveals: true },
  'person.switchHat': { hat: 'resident@qinghe_g1_c1', requestId },
  'person.saveSettings': { elder: true, requestId },
  'person.register': {
    token: 'Card7Courtyard1East',
    name: '何桂香',
    phone: '13800000000',
    phoneCode: 'code',
    requestId,
  },
  'person.requestChange': { name: '何桂芳', phone: '13800000000', phoneCode: 'code', requestId },
  'person.requestErasure': { personId: 'p_member', reason: '本人要求抹掉', requestId },
  'person.setAlone': { alone: true, requestId },
  'person.setRoles': { veteran: true, volunteer: false, requestId },
  'person.getPortrait': {},
  'person.setPortrait': { fileId: 'cloud://e/photos/1.jpg', agreed: true, requestId },
  'person.removePortrait': { requestId },
  'person.listChanges': { mine: true, cursor: 'c' },
  'person.approveChange': { changeId: 'q1', requestId },
  'person.refuseChange': { changeId: 'q1', reason: '没问到本人', requestId },
  'person.listReveals': { cursor: 'c' },
  'employer.list': { cursor: 'c' },
  'employer.grantHat': { employerId: 'qinghe_school', personId: 'p_member', requestId },
  'branch.list': {},
  'branch.create': { name: '楼宇第二党支部', kind: 'building', requestId },
  'branch.setPost': { branchId: 'branch:qinghe:one', personId: 'p_member', hat: 'secretary', holds: true, requestId },
  'branch.savePolicy': {
    signInByCode: true,
    standards: null,
    points: {
      ...{ contestDays: 15, grantCap: 10, pairCap: 4, organizationMonths: 12, organizationCarryOver: 50 },
      ...{ serviceMonths: 0, serviceCarryOver: 99_999 },
    },
    requestId,
  },
  'branch.listMembers': { memberClass: 'young', cursor: 'c' },
  'branch.setMember': { personId: 'p_special', memberClass: 'senior', reason: '能走动了', requestId },
  'branch.proposeTransfer': { personId: 'p_special', toBranchId: 'branch:qinghe:one', reason: '换了单位', requestId },
  'branch.decideTransfer': { transferId: 't1', agree: true, requestId },
  'mentor.list': {},
  'mentor.assign': { mentorId: 'p_group', apprenticeId: 'p_young', requestId },
  'mentor.release': { apprenticeId: 'p_young', requestId },
  'employer.revokeHat': { employerId: 'qinghe_school', personId: 'p_employer', requestId },
};
