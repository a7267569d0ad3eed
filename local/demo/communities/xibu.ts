import { standardRules } from '../../../cloudfunctions/core/passbook/rules/attendance-rules';
import type { MemberClass } from '../../../miniprogram/contracts/passbook';
import type { Somebody } from '../people/crowd';
import type { Age } from '../people/names';
import { helping } from '../people/skills';
import { policy } from '../places/community';
import { xibuPlan } from '../places/plans';
import { within, type Site } from '../places/tree';
import { doorPlates } from './door-plates';
import { Building, type Ground, type Neighbourhood } from './neighbourhood';

/** S3-06: the branch's members by class. */
const classes: readonly { readonly memberClass: MemberClass; readonly count: number; readonly age: Age }[] = [
  { memberClass: 'committee', count: 5, age: 'middle' },
  { memberClass: 'young', count: 12, age: 'young' },
  { memberClass: 'senior', count: 19, age: 'old' },
  { memberClass: 'special', count: 7, age: 'old' },
];

/** S3-08: how many young members each of the committee guides; two or three. */
const apprentices = [2, 3, 2, 3, 2] as const;

const cast: Partial<Record<MemberClass, readonly { name: string; openid: string }[]>> = {
  committee: [
    { name: '任守义', openid: 'branch-secretary-ren' },
    { name: '侯月华', openid: 'branch-committee-hou' },
  ],
  young: [{ name: '李建国', openid: 'branch-li' }],
  senior: [{ name: '武德厚', openid: 'branch-wu' }],
};

function enrol(building: Building, homes: readonly Site[]): Map<MemberClass, Somebody[]> {
  const { crowd, chance } = building;
  const byClass = new Map<MemberClass, Somebody[]>();
  let next = 0;
  for (const { memberClass, count, age } of classes) {
    const members = Array.from({ length: count }, (_, index) => {
      const known = cast[memberClass]?.[index];
      const home = homes[next++];
      const member = crowd.add({
        age,
        kinds: ['resident', 'branchMember'],
        memberClass,
        ...(memberClass !== 'special' && chance.one(helping)),
        ...(home && { home }),
        ...(known && { name: known.name }),
      });
      return memberClass === 'special' ? member : crowd.signIn(member, known?.openid);
    });
    byClass.set(memberClass, members);
  }
  return byClass;
}

function pair(guides: readonly Somebody[], young: readonly Somebody[]): void {
  let next = 0;
  guides.forEach((guide, index) => {
    for (let taken = 0; taken < (apprentices[index] ?? 0); taken += 1) {
      const apprentice = young[next++];
      if (apprentice !== undefined) apprentice.mentorId = guide.personId;
    }
  });
}

/** 西堡村, 清徐县孟封镇 (S3): a village branch and its red passbooks. */
export function buildXibu(ground: Ground): Neighbourhood {
  const building = new Building('xibu', '西堡村', xibuPlan(), ground);
  const { tree, crowd, chance } = building;
  const homes = chance.some(tree.of('household'), 60);
  const byClass = enrol(building, homes);
  const committee = byClass.get('committee') ?? [];
  pair(committee, byClass.get('young') ?? []);
  for (const home of homes.slice(crowd.people.length)) {
    const somebody = crowd.add({ age: chance.one(['old', 'middle'] as const), kinds: ['resident'], home });
    if (chance.in100(50)) crowd.signIn(somebody);
  }
  const [secretary, ...others] = committee;
  if (secretary !== undefined) building.appoint('secretary', secretary);
  for (const member of others) building.appoint('committee', member);
  for (const grid of tree.of('grid')) {
    const worker = crowd.people.find(
      ({ home, kinds }) => home !== undefined && within(home, 'grid') === grid && !kinds.has('branchMember'),
    );
    if (worker !== undefined) building.appoint('gridWorker', worker, grid);
  }
  return building.finish({
    street: '清徐县孟封镇',
    branchName: '西堡村党支部',
    address: '西堡村村委会',
    policy: { ...policy, attendance: standardRules },
    cards: doorPlates(
      building,
      tree.of('lane').flatMap((lane) => lane.children.slice(0, 3)),
    ),
  });
}
