import { helping } from '../people/skills';
import { yijingPlan } from '../places/plans';
import { within } from '../places/tree';
import { doorPlates } from './door-plates';
import { Building, type Ground, type Neighbourhood } from './neighbourhood';
import { organisationsOf, stationsOf } from './yijing-stations';

/** S5-07: people on the road, some of whom live here. */
const couriers = 66;

function settle(building: Building): void {
  const { crowd, chance, tree } = building;
  const homes = tree.of('household');
  for (const home of homes) {
    const somebody = crowd.add({
      age: chance.one(['old', 'middle'] as const),
      ...(chance.in100(30)
        ? { kinds: ['resident', 'serviceMember'], serves: within(home, 'grid'), ...chance.one(helping) }
        : { kinds: ['resident'] }),
      home,
    });
    if (somebody.skills.length > 0 || chance.in100(50)) crowd.signIn(somebody);
  }
  for (let index = 0; index < couriers; index += 1) {
    const home = chance.one(homes);
    const known = index === 0 ? { name: '吕鹏飞' } : {};
    const courier = crowd.add({ age: 'young', kinds: ['courier'], ...(index % 3 === 0 && { home }), ...known });
    if (index === 0 || chance.in100(70)) crowd.signIn(courier, index === 0 ? 'courier-lv' : undefined);
  }
  crowd.signIn(crowd.add({ age: 'middle', kinds: ['merchant'], name: '马保平' }), 'merchant-ma');
}

/** S5-01: twelve instructors were sent. */
function staff(building: Building): string[] {
  const { crowd, tree } = building;
  const own = (name?: string, openid?: string) =>
    crowd.signIn(crowd.add({ age: 'middle', kinds: [], ...(name !== undefined && { name }) }), openid);
  building.appoint('secretary', own('傅文斌', 'secretary-fu'));
  for (const grid of tree.of('grid')) building.appoint('gridWorker', own(), grid);
  return Array.from({ length: 12 }, (_, index) => {
    const instructor = index === 0 ? own('薛春燕', 'instructor-xue') : own();
    building.appoint('instructor', instructor);
    return instructor.personId;
  });
}

/** 义井街道, 晋源区 (S5): couriers, their stations and organisations. */
export function buildYijing(ground: Ground): Neighbourhood {
  const building = new Building('yijing', '义井街道', yijingPlan(), ground);
  settle(building);
  const instructorIds = staff(building);
  const { tree, chance } = building;
  const { orgs, sites } = organisationsOf('yijing', chance.of('sites'), instructorIds);
  const stations = stationsOf('yijing', chance.of('stations'), ground.numbers, ground.now);
  return building.finish({
    street: '晋源区义井街道',
    branchName: '义井街道快递行业党支部',
    address: '义井街道党群服务中心',
    cards: doorPlates(building, tree.of('courtyard')),
    extra: { stations, sites, orgs },
  });
}
