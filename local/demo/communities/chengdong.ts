import { helperSkills } from '../people/skills';
import { reissueCard } from '../places/cards';
import { chengdongPlan } from '../places/plans';
import { within } from '../places/tree';
import { issueDoorCards } from './door-cards';
import { CommunityBuilder, daysBefore, type BuildContext, type DemoCommunity } from './community-builder';

/**
 * Who lives where, for whoever looks at the demo: the woman of 84 whose children are away (S4-03), and a young mother.
 */
const personas: Readonly<Record<string, { name: string; openid: string; alone?: boolean; elder?: boolean }>> = {
  '城东街南片 1 号楼 1 户': { name: '庞秀英', openid: 'resident-pang', alone: true, elder: true },
  '东华苑南片 2 号楼 3 户': { name: '乔婷婷', openid: 'resident-qiao' },
};

const lostCardOf = '东华苑南片 2 号楼 3 户';

function addHouseholds(builder: CommunityBuilder): void {
  const { people, random, tree } = builder;
  Object.keys(personas).forEach((label) => builder.household(label));
  for (const home of tree.of('household')) {
    const known = personas[home.label];
    const alone = known?.alone ?? (known === undefined && random.percent(40));
    const age = alone ? 'old' : random.pick(['old', 'middle', 'young'] as const);
    const member =
      !alone && known === undefined && random.percent(25)
        ? ({
            kinds: ['resident', 'serviceMember'],
            serves: within(home, 'grid'),
            ...random.pick(helperSkills),
          } as const)
        : {};
    const person = people.add({
      age,
      kinds: ['resident'],
      home,
      ...member,
      ...(alone && { alone }),
      ...(known && { name: known.name, elder: known.elder ?? false }),
    });
    if (known !== undefined || 'skills' in member || random.percent(alone ? 25 : 60))
      people.giveLogin(person, known?.openid);
  }
}

function appointStaff(builder: CommunityBuilder): void {
  const { people, tree } = builder;
  const own = (name?: string, openid?: string) =>
    people.giveLogin(people.add({ age: 'middle', kinds: ['resident'], ...(name !== undefined && { name }) }), openid);
  builder.appoint('secretary', own('顾玉兰', 'secretary-gu'));
  tree.of('grid').forEach((grid, index) => {
    builder.appoint('gridWorker', index === 0 ? own('段晓峰', 'worker-duan') : own(), grid);
    builder.appoint('gridLeader', own(), grid);
  });
}

/** 城东社区, 杏花岭区杨家峪街道 (S4): a card in every household; one was lost and issued again (S4-08). */
export function buildChengdong(context: BuildContext): DemoCommunity {
  const builder = new CommunityBuilder('chengdong', '城东社区', chengdongPlan(), context);
  addHouseholds(builder);
  appointStaff(builder);
  const { tree, people, random } = builder;
  const aloneAt = new Set(people.all.filter(({ alone }) => alone).map(({ home }) => home?.placeId));
  const plates = issueDoorCards(builder, tree.of('household'), (node) =>
    aloneAt.has(node.placeId) ? 'large' : 'normal',
  );
  const node = builder.household(lostCardOf);
  const cards = plates.flatMap((card) =>
    card.place.placeId === node.placeId
      ? reissueCard(card, { at: daysBefore(context.now, 20), reason: '卡丢了，换一张', node }, random)
      : [card],
  );
  return builder.build({
    street: '杏花岭区杨家峪街道',
    branchName: '城东社区党支部',
    address: '城东社区网格党群服务微站',
    cards,
  });
}
