import { helperSkills } from '../people/skills';
import { yijingPlan } from '../places/plans';
import { within } from '../places/tree';
import { issueDoorCards } from './door-cards';
import { CommunityBuilder, type BuildContext, type DemoCommunity } from './community-builder';
import { organisationsOf, stationsOf } from './yijing-stations';

/** S5-07: people on the road, some of whom live here. */
const couriers = 66;

function addPeople(builder: CommunityBuilder): void {
  const { people, random, tree } = builder;
  const homes = tree.of('household');
  for (const home of homes) {
    const person = people.add({
      age: random.pick(['old', 'middle'] as const),
      ...(random.percent(30)
        ? { kinds: ['resident', 'serviceMember'], serves: within(home, 'grid'), ...random.pick(helperSkills) }
        : { kinds: ['resident'] }),
      home,
    });
    if (person.skills.length > 0 || random.percent(50)) people.giveLogin(person);
  }
  for (let index = 0; index < couriers; index += 1) {
    const home = random.pick(homes);
    const known = index === 0 ? { name: '吕鹏飞' } : {};
    const courier = people.add({ age: 'young', kinds: ['courier'], ...(index % 3 === 0 && { home }), ...known });
    if (index === 0 || random.percent(70)) people.giveLogin(courier, index === 0 ? 'courier-lv' : undefined);
  }
  people.giveLogin(people.add({ age: 'middle', kinds: ['merchant'], name: '马保平' }), 'merchant-ma');
}

/** S5-01: twelve instructors were sent. */
function appointStaff(builder: CommunityBuilder): string[] {
  const { people, tree } = builder;
  const own = (name?: string, openid?: string) =>
    people.giveLogin(people.add({ age: 'middle', kinds: [], ...(name !== undefined && { name }) }), openid);
  builder.appoint('secretary', own('傅文斌', 'secretary-fu'));
  for (const grid of tree.of('grid')) builder.appoint('gridWorker', own(), grid);
  return Array.from({ length: 12 }, (_, index) => {
    const instructor = index === 0 ? own('薛春燕', 'instructor-xue') : own();
    builder.appoint('instructor', instructor);
    return instructor.personId;
  });
}

/** 义井街道, 晋源区 (S5): couriers, their stations and organisations. */
export function buildYijing(context: BuildContext): DemoCommunity {
  const builder = new CommunityBuilder('yijing', '义井街道', yijingPlan(), context);
  addPeople(builder);
  const instructorIds = appointStaff(builder);
  const { tree, random } = builder;
  const { orgs, sites } = organisationsOf('yijing', random.stream('sites'), instructorIds);
  const stations = stationsOf('yijing', random.stream('stations'), context);
  return builder.build({
    street: '晋源区义井街道',
    branchName: '义井街道快递行业党支部',
    address: '义井街道党群服务中心',
    cards: issueDoorCards(builder, tree.of('courtyard')),
    extra: { stations, sites, orgs },
  });
}
