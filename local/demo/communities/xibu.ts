import { standardRules } from '../../../cloudfunctions/core/activity/rules/attendance-rules';
import type { MemberClass } from '../../../miniprogram/contracts/passbook';
import type { DemoPerson } from '../people/people-builder';
import type { Age } from '../people/names';
import { helperSkills } from '../people/skills';
import { defaultReviewPolicy } from '../../../cloudfunctions/core/review/policy';
import { defaultRecognitionPolicy } from '../../../cloudfunctions/core/recognition/policy';
import { policy } from '../places/community';
import { xibuPlan } from '../places/plans';
import { within, type PlaceNode } from '../places/tree';
import { helpDocuments } from './xibu-help';
import { issueDoorCards } from './door-cards';
import { CommunityBuilder, type BuildContext, type DemoCommunity } from './community-builder';

/** S3-06: the branch's members by class. */
const classes: readonly { readonly memberClass: MemberClass; readonly count: number; readonly age: Age }[] = [
  { memberClass: 'committee', count: 5, age: 'middle' },
  { memberClass: 'young', count: 12, age: 'young' },
  { memberClass: 'senior', count: 19, age: 'old' },
  { memberClass: 'special', count: 7, age: 'old' },
];

/** S3-08: how many young members each of the committee guides; two or three. */
const apprentices = [2, 3, 2, 3, 2] as const;

const personas: Partial<Record<MemberClass, readonly { name: string; openid: string }[]>> = {
  committee: [
    { name: '任守义', openid: 'branch-secretary-ren' },
    { name: '侯月华', openid: 'branch-committee-hou' },
  ],
  young: [{ name: '李建国', openid: 'branch-li' }],
  senior: [{ name: '武德厚', openid: 'branch-wu' }],
};

function addMembers(builder: CommunityBuilder, homes: readonly PlaceNode[]): Map<MemberClass, DemoPerson[]> {
  const { people, random } = builder;
  const byClass = new Map<MemberClass, DemoPerson[]>();
  let next = 0;
  for (const { memberClass, count, age } of classes) {
    const members = Array.from({ length: count }, (_, index) => {
      const known = personas[memberClass]?.[index];
      const home = homes[next++];
      const member = people.add({
        age,
        kinds: ['resident', 'branchMember'],
        memberClass,
        ...(memberClass !== 'special' && random.pick(helperSkills)),
        ...(home && { home }),
        ...(known && { name: known.name }),
      });
      return memberClass === 'special' ? member : people.giveLogin(member, known?.openid);
    });
    byClass.set(memberClass, members);
  }
  return byClass;
}

function assignMentors(guides: readonly DemoPerson[], young: readonly DemoPerson[]): void {
  let next = 0;
  guides.forEach((guide, index) => {
    for (let taken = 0; taken < (apprentices[index] ?? 0); taken += 1) {
      const apprentice = young[next++];
      if (apprentice === undefined) return;
      apprentice.mentorId = guide.personId;
      guide.apprenticeIds = [...(guide.apprenticeIds ?? []), apprentice.personId];
    }
  });
}

/** 西堡村, 清徐县孟封镇 (S3): a village branch and its red passbooks. */
export function buildXibu(context: BuildContext): DemoCommunity {
  const builder = new CommunityBuilder('xibu', '西堡村', xibuPlan(), context);
  const { tree, people, random } = builder;
  const homes = random.sample(tree.of('household'), 60);
  const byClass = addMembers(builder, homes);
  const committee = byClass.get('committee') ?? [];
  assignMentors(committee, byClass.get('young') ?? []);
  for (const home of homes.slice(people.all.length)) {
    const person = people.add({ age: random.pick(['old', 'middle'] as const), kinds: ['resident'], home });
    if (random.percent(50)) people.giveLogin(person);
  }
  const [secretary, ...others] = committee;
  if (secretary !== undefined) builder.appoint('secretary', secretary);
  for (const member of others) builder.appoint('committee', member);
  for (const grid of tree.of('grid')) {
    const worker = people.all.find(
      ({ home, kinds }) => home !== undefined && within(home, 'grid') === grid && !kinds.has('branchMember'),
    );
    if (worker !== undefined) builder.appoint('gridWorker', worker, grid);
  }
  return builder.build({
    street: '清徐县孟封镇',
    branchName: '西堡村党支部',
    address: '西堡村村委会',
    policy: {
      ...policy,
      activity: { ...policy.activity, attendance: standardRules },
      review: { ...defaultReviewPolicy, sources: ['organization', 'attendance', 'absence'] },
      recognition: { ...defaultRecognitionPolicy, shown: ['ranking'], month: { meetings: 3, services: 0 } },
    },
    extra: helpDocuments(committee, byClass.get('special') ?? [], context.now),
    cards: issueDoorCards(
      builder,
      tree.of('lane').flatMap((lane) => lane.children.slice(0, 3)),
    ),
  });
}
