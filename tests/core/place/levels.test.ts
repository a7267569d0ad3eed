import { fiveLevels, placePolicySchema, threeLevels } from '../../../cloudfunctions/core/place/policy';
import type { Post } from '../../../cloudfunctions/core/place/post';
import { fitsSeat, leadsNoGrid } from '../../../cloudfunctions/core/place/rules/assign';
import { hatsGivenAt, isInUse, levelsOf, lineAt } from '../../../cloudfunctions/core/place/rules/levels';
import { defaultPolicy } from '../../../cloudfunctions/core/policy/policy';
import { validate } from '../../../cloudfunctions/core/platform/validation';
import { levelName } from '../../../miniprogram/text/person/hats';
import type { PostLevel } from '../../../miniprogram/contracts/post';

const communityOf = (levels?: readonly PostLevel[]) => ({
  policy: { ...defaultPolicy, ...(levels && { place: { levels } }) },
  secretary: { personId: 's', name: '白建军', phone: '' },
});
const five = communityOf();
const three = communityOf(threeLevels);

const post = (hat: Post['hat'], path: string, name?: string): Post => ({
  _id: `${hat}_${path}`,
  communityId: 'c',
  hat,
  placeId: path.split('/').at(-1)!,
  path,
  placeName: path,
  since: new Date(0),
  ...(name !== undefined && { holder: { personId: name, name, phone: '' } }),
});

test('S1-09, S2-07 five levels of one community and three of another stand side by side, each in its order', () => {
  expect(levelsOf(five).map(levelName)).toEqual(['党支部', '党小组', '网格员', '街巷长', '楼院长']);
  expect(levelsOf(three).map(levelName)).toEqual(['党支部', '党小组', '党员中心户']);
  expect(levelsOf(communityOf([...fiveLevels].reverse()))).toEqual(fiveLevels);
  for (const levels of [[], ['laneChief'], ['branch', 'branch'], ['branch', 'mayor']])
    expect(validate(placePolicySchema, { levels })).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
});

test('what is given at a place follows the levels; cards and orders keep their grid worker and leader', () => {
  expect(hatsGivenAt('courtyard', five)).toEqual(['laneChief', 'courtyardHead']);
  expect(hatsGivenAt('courtyard', three)).toEqual([]);
  expect(hatsGivenAt('grid', three)).toEqual(['groupLeader', 'gridLeader', 'gridWorker']);
  expect(isInUse('teamCaptain', three)).toBe(true);
});

test('whoever is nearest stands on a level, and one that a place does not reach is nobody’s', () => {
  const posts = [
    post('groupLeader', 'c/g', '郝建国'),
    post('gridWorker', 'c/g'),
    post('laneChief', 'c/g/s', '片区的'),
    post('laneChief', 'c/g/s/l', '巷里的'),
  ];
  const named = (kind: Parameters<typeof lineAt>[2], community = five) =>
    lineAt(community, posts, kind).map(({ name }) => name);
  expect(named('courtyard')).toEqual(['白建军', '郝建国', null, '巷里的', null]);
  expect(named('grid')).toEqual(['白建军', '郝建国', null, undefined, undefined]);
  expect(named(undefined)).toEqual(['白建军', undefined, undefined, undefined, undefined]);
  expect(named('household', three)).toEqual(['白建军', '郝建国', undefined]);
});

test('S1-10, S1-15 a group leader who leads no grid, and a post at a place of another kind', () => {
  const leader = post('groupLeader', 'c/g', '郝建国');
  expect(leadsNoGrid(leader, [post('gridLeader', 'c/g', '郝建国')])).toBe(false);
  expect(leadsNoGrid(leader, [post('gridLeader', 'c/g', '别人')])).toBe(true);
  expect(leadsNoGrid(leader, [post('gridLeader', 'c/other', '郝建国')])).toBe(true);
  expect(leadsNoGrid(post('groupLeader', 'c/g'), [])).toBe(false);
  expect(fitsSeat('courtyardHead', { kind: 'courtyard' })).toBe(true);
  expect(fitsSeat('courtyardHead', { kind: 'lane' })).toBe(false);
  expect(fitsSeat('courtyardHead', { kind: 'courtyard', closedAt: new Date(0) })).toBe(false);
  expect(fitsSeat('courtyardHead', undefined)).toBe(false);
});
