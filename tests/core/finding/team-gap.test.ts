import { teamGap } from '../../../cloudfunctions/core/finding/rules/gaps';
import type { PersonKind } from '../../../cloudfunctions/core/person/person';
import { findingLine } from '../../../miniprogram/packages/community/text/findings';

const team = {
  _id: 't1',
  communityId: 'qinghe',
  name: '东片区服务队',
  skill: 'errand',
  captainId: 'p1',
  memberIds: [],
  sectionId: 's1',
} as const;
const missing = (members: readonly (readonly PersonKind[])[], wanted?: Parameters<typeof teamGap>[2]) =>
  teamGap(
    team,
    members.map((kinds) => ({ kinds })),
    wanted,
  )[0]?.detail;
const all = ['resident', 'veteran', 'volunteer'] as const;
const member: readonly PersonKind[] = ['serviceMember'];

test.each<[string | undefined, readonly (readonly PersonKind[])[], Parameters<typeof teamGap>[2]]>([
  ['member', [['resident']], undefined],
  ['others', [member], undefined],
  [undefined, [member, ['resident']], undefined],
  ['veteran,volunteer', [member, ['resident']], all],
  ['volunteer', [member, ['tenant', 'veteran']], all],
  [undefined, [member, ['resident', 'veteran'], ['volunteer']], all],
  ['member,volunteer', [['resident', 'veteran']], all],
  ['others,veteran', [['resident', 'branchMember', 'volunteer']], all],
])('S1-12 a section’s team misses %s', (detail, members, wanted) => {
  expect(missing(members, wanted)).toBe(detail);
});

test('a team of no section misses nobody', () => {
  const { _id, communityId, name, skill, captainId, memberIds } = team;
  expect(teamGap({ _id, communityId, name, skill, captainId, memberIds }, [], all)).toEqual([]);
});

test.each([
  ['member,veteran', '还没有党员、退役军人'],
  ['others', '只有党员'],
  ['others,volunteer', '只有党员，还没有志愿者'],
])('%s is said so', (detail, line) => {
  expect(findingLine({ findingId: 'f', kind: 'teamIncomplete', label: '东片区服务队', detail })).toBe(line);
});
