import { helping } from '../people/skills';
import { reissueCard } from '../places/cards';
import { chengdongPlan } from '../places/plans';
import { within } from '../places/tree';
import { doorPlates } from './door-plates';
import { Building, daysBefore, type Ground, type Neighbourhood } from './neighbourhood';

/**
 * Who lives where, for whoever looks at the demo: the woman of 84 whose children are away (S4-03), and a young mother.
 */
const cast: Readonly<Record<string, { name: string; openid: string; alone?: boolean; elder?: boolean }>> = {
  '城东街南片 1 号楼 1 户': { name: '庞秀英', openid: 'resident-pang', alone: true, elder: true },
  '东华苑南片 2 号楼 3 户': { name: '乔婷婷', openid: 'resident-qiao' },
};

const lostCardOf = '东华苑南片 2 号楼 3 户';

function settle(building: Building): void {
  const { crowd, chance, tree } = building;
  Object.keys(cast).forEach((label) => building.household(label));
  for (const home of tree.of('household')) {
    const known = cast[home.label];
    const alone = known?.alone ?? (known === undefined && chance.in100(40));
    const age = alone ? 'old' : chance.one(['old', 'middle', 'young'] as const);
    const member =
      !alone && known === undefined && chance.in100(25)
        ? ({ kinds: ['resident', 'serviceMember'], serves: within(home, 'grid'), ...chance.one(helping) } as const)
        : {};
    const somebody = crowd.add({
      age,
      kinds: ['resident'],
      home,
      ...member,
      ...(alone && { alone }),
      ...(known && { name: known.name, elder: known.elder ?? false }),
    });
    if (known !== undefined || 'skills' in member || chance.in100(alone ? 25 : 60))
      crowd.signIn(somebody, known?.openid);
  }
}

function staff(building: Building): void {
  const { crowd, tree } = building;
  const own = (name?: string, openid?: string) =>
    crowd.signIn(crowd.add({ age: 'middle', kinds: ['resident'], ...(name !== undefined && { name }) }), openid);
  building.appoint('secretary', own('顾玉兰', 'secretary-gu'));
  tree.of('grid').forEach((grid, index) => {
    building.appoint('gridWorker', index === 0 ? own('段晓峰', 'worker-duan') : own(), grid);
    building.appoint('gridLeader', own(), grid);
  });
}

/** 城东社区, 杏花岭区杨家峪街道 (S4): a card in every household; one was lost and issued again (S4-08). */
export function buildChengdong(ground: Ground): Neighbourhood {
  const building = new Building('chengdong', '城东社区', chengdongPlan(), ground);
  settle(building);
  staff(building);
  const { tree, crowd, chance } = building;
  const aloneAt = new Set(crowd.people.filter(({ alone }) => alone).map(({ home }) => home?.placeId));
  const plates = doorPlates(building, tree.of('household'), (site) => (aloneAt.has(site.placeId) ? 'large' : 'normal'));
  const site = building.household(lostCardOf);
  const cards = plates.flatMap((card) =>
    card.place.placeId === site.placeId
      ? reissueCard(card, { at: daysBefore(ground.now, 20), reason: '卡丢了，换一张', site }, chance)
      : [card],
  );
  return building.finish({
    street: '杏花岭区杨家峪街道',
    branchName: '城东社区党支部',
    address: '城东社区网格党群服务微站',
    cards,
  });
}
