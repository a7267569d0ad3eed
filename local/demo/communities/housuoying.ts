import type { Somebody } from '../people/crowd';
import { helping } from '../people/skills';
import { housuoyingPlan } from '../places/plans';
import type { Site } from '../places/tree';
import { doorPlates } from './door-plates';
import { Building, type Ground, type Neighbourhood } from './neighbourhood';

const id = 'housuoying';
const name = '后所营社区';

/** The people whom a visitor of the demo can be, by the household where they live. */
const cast: Readonly<Record<string, { name: string; openid: string }>> = {
  '东街一巷 2 号院 1 户': { name: '史满堂', openid: 'head-shi' },
  '东街一巷 2 号院 2 户': { name: '曹嘉琪', openid: 'tenant-cao' },
};

/** One adult a household: the landlord in a courtyard's first, who heads it (S1-15), tenants in the others (S1-16). */
function settle(building: Building): void {
  Object.keys(cast).forEach((label) => building.household(label));
  const { crowd, chance, tree } = building;
  for (const courtyard of tree.of('courtyard')) {
    courtyard.children.forEach((home, index) => {
      const known = cast[home.label];
      const landlord = index === 0;
      const age = landlord ? chance.one(['old', 'middle'] as const) : chance.one(['middle', 'young', 'young'] as const);
      const member =
        landlord && chance.in100(15) ? ({ kinds: ['resident', 'branchMember'], ...chance.one(helping) } as const) : {};
      const somebody = crowd.add({
        age,
        kinds: [landlord ? 'resident' : 'tenant'],
        home,
        ...member,
        ...(known && { name: known.name }),
      });
      if (known !== undefined || landlord || chance.in100(60)) crowd.signIn(somebody, known?.openid);
      if (landlord) building.appoint('courtyardHead', somebody, courtyard);
    });
  }
}

function neighbour(building: Building, near: Site, known?: { name: string; openid: string }): Somebody {
  const home = building.chance.one(building.tree.of('household').filter(({ above }) => above.includes(near)));
  const somebody = building.crowd.add({ age: 'middle', kinds: ['resident'], home, ...(known && { name: known.name }) });
  return building.crowd.signIn(somebody, known?.openid);
}

/** S1-09 to S1-13: five levels, five leaders who lead a party group too, five grid workers, 84 lane chiefs. */
function staff(building: Building): void {
  const { tree } = building;
  tree.of('grid').forEach((grid, index) => {
    const blue = grid.colour === 'blue';
    const leader = neighbour(building, grid, blue ? { name: '郝建国', openid: 'leader-hao' } : undefined);
    leader.kinds.add('branchMember');
    building.appoint('gridLeader', leader, grid);
    building.appoint('groupLeader', leader, grid);
    building.appoint(
      'gridWorker',
      neighbour(building, grid, blue ? { name: '贾春燕', openid: 'worker-jia' } : undefined),
      grid,
    );
    if (index === 0) {
      building.appoint('secretary', neighbour(building, grid, { name: '白建军', openid: 'secretary-bai' }));
      for (let seat = 0; seat < 4; seat += 1) building.appoint('committee', neighbour(building, grid));
    }
  });
  for (const lane of tree.of('lane')) {
    const known = lane.name === '东街一巷' ? { name: '鲁翠莲', openid: 'lane-lu' } : undefined;
    building.appoint('laneChief', neighbour(building, lane, known), lane);
  }
}

/** 后所营社区, 小店区西温庄乡 (S1). */
export function buildHousuoying(ground: Ground): Neighbourhood {
  const building = new Building(id, name, housuoyingPlan(), ground);
  settle(building);
  staff(building);
  return building.finish({
    street: '小店区西温庄乡',
    branchName: '后所营社区党支部',
    address: '后所营社区党群服务中心',
    cards: doorPlates(building, building.tree.of('courtyard')),
  });
}
