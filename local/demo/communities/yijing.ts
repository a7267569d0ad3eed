import { helperSkills } from '../people/skills';
import { yijingPlan } from '../places/plans';
import { within } from '../places/tree';
import { issueDoorCards } from './door-cards';
import { CommunityBuilder, type BuildContext, type DemoCommunity } from './community-builder';
import { holderOf, type DemoPerson } from '../people/people-builder';
import { branchesOf } from './yijing-branches';
import { linksOf, organisationsOf, recordsOf } from './yijing-sites';
import { friendlyShops, hostedStations, shopNames } from './yijing-stations';

const branchName = '义井街道快递行业党支部';

/** S5-07: people on the road, some of whom live here. */
const couriers = 66;

interface YijingPeople {
  readonly couriers: readonly DemoPerson[];
  readonly merchants: readonly DemoPerson[];
}

function addPeople(builder: CommunityBuilder): YijingPeople {
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
  const onTheRoad = Array.from({ length: couriers }, (_, index) => {
    const home = random.pick(homes);
    const known = index === 0 ? { name: '吕鹏飞' } : {};
    const courier = people.add({ age: 'young', kinds: ['courier'], ...(index % 3 === 0 && { home }), ...known });
    if (index === 0 || random.percent(70)) people.giveLogin(courier, index === 0 ? 'courier-lv' : undefined);
    return courier;
  });
  const merchants = shopNames.map((_, index) =>
    people.add({ age: 'middle', kinds: ['merchant'], ...(index === 0 && { name: '马保平' }) }),
  );
  for (const merchant of merchants.slice(0, 1)) people.giveLogin(merchant, 'merchant-ma');
  return { couriers: onTheRoad, merchants };
}

/** S5-01: twelve instructors were sent; three stewards keep the stations. */
function appointStaff(builder: CommunityBuilder): Readonly<Record<'instructors' | 'stewards', readonly DemoPerson[]>> {
  const { people, tree } = builder;
  const own = (name?: string, openid?: string) =>
    people.giveLogin(people.add({ age: 'middle', kinds: [], ...(name !== undefined && { name }) }), openid);
  builder.appoint('secretary', own('傅文斌', 'secretary-fu'));
  for (const grid of tree.of('grid')) builder.appoint('gridWorker', own(), grid);
  const several = (hat: 'instructor' | 'steward', count: number, name: string, openid: string) =>
    Array.from({ length: count }, (_, index) => {
      const one = index === 0 ? own(name, openid) : own();
      builder.appoint(hat, one);
      return one;
    });
  return {
    instructors: several('instructor', 12, '薛春燕', 'instructor-xue'),
    stewards: several('steward', 3, '贺小军', 'steward-he'),
  };
}

/** 义井街道, 晋源区 (S5): couriers, their stations and organisations. */
export function buildYijing(context: BuildContext): DemoCommunity {
  const builder = new CommunityBuilder('yijing', '义井街道', yijingPlan(), context);
  const everyone = addPeople(builder);
  const staff = appointStaff(builder);
  return builder.build({
    street: '晋源区义井街道',
    branchName,
    address: '义井街道党群服务中心',
    cards: issueDoorCards(builder, builder.tree.of('courtyard')),
    extra: stationDocuments(builder, everyone, staff),
  });
}

/** Every third courier registered with the organisation of their site. */
function stationDocuments(
  builder: CommunityBuilder,
  { couriers: onTheRoad, merchants }: YijingPeople,
  { instructors, stewards }: ReturnType<typeof appointStaff>,
): DemoCommunity['extra'] {
  const { id, tree, random, context, people } = builder;
  const around = { ...context, communityId: id, tree };
  const { orgs, sites } = organisationsOf(random.stream('sites'), around, instructors.map(holderOf));
  const ofStations = random.stream('stations');
  const [courier, site, instructor, secretary] = [onTheRoad[0], sites[0], instructors[0], people.holderOf('secretary')];
  if (!courier || !site || !instructor || !secretary) throw new Error('the street is not staffed');
  const registered = onTheRoad.filter((_, index) => index % 3 === 0).map(holderOf);
  return {
    stations: [
      ...hostedStations(ofStations, around, stewards.map(holderOf)),
      ...friendlyShops(ofStations, around, merchants.map(holderOf), secretary),
    ],
    branches: branchesOf(builder, orgs, branchName, onTheRoad),
    sites,
    orgs,
    siteLinks: linksOf(sites, registered, context.now),
    siteRecords: recordsOf(site, holderOf(instructor), holderOf(courier), context.now),
  };
}
