import type { DemoPerson } from '../people/people-builder';
import { helperSkills } from '../people/skills';
import { housuoyingPlan } from '../places/plans';
import type { PlaceNode } from '../places/tree';
import { issueDoorCards } from './door-cards';
import { complaintOfTenant } from './housuoying-complaint';
import { headsOfHousuoying } from './housuoying-moves';
import { visitDocuments } from './visits';
import { CommunityBuilder, type BuildContext, type DemoCommunity } from './community-builder';

const id = 'housuoying';
const name = '后所营社区';

/** The people whom a visitor of the demo can be, by the household where they live. */
const personas: Readonly<Record<string, { name: string; openid: string }>> = {
  '东街一巷 2 号院 1 户': { name: '史满堂', openid: 'head-shi' },
  '东街一巷 2 号院 2 户': { name: '曹嘉琪', openid: 'tenant-cao' },
};

/** One adult a household: the landlord in a courtyard's first, who heads it (S1-15), tenants in the others (S1-16). */
function addHouseholds(builder: CommunityBuilder): void {
  Object.keys(personas).forEach((label) => builder.household(label));
  const { people, random, tree } = builder;
  for (const courtyard of tree.of('courtyard')) {
    courtyard.children.forEach((home, index) => {
      const known = personas[home.label];
      const landlord = index === 0;
      const age = landlord
        ? random.pick(['old', 'middle'] as const)
        : random.pick(['middle', 'young', 'young'] as const);
      const member =
        landlord && random.percent(15)
          ? ({ kinds: ['resident', 'branchMember'], ...random.pick(helperSkills) } as const)
          : {};
      const person = people.add({
        age,
        kinds: [landlord ? 'resident' : 'tenant'],
        home,
        ...member,
        ...(known && { name: known.name }),
      });
      if (known !== undefined || landlord || random.percent(60)) people.giveLogin(person, known?.openid);
      if (landlord) builder.appoint('courtyardHead', person, courtyard);
    });
  }
}

function addNeighbour(
  builder: CommunityBuilder,
  near: PlaceNode,
  known?: { name: string; openid: string },
): DemoPerson {
  const home = builder.random.pick(builder.tree.of('household').filter(({ above }) => above.includes(near)));
  const person = builder.people.add({ age: 'middle', kinds: ['resident'], home, ...(known && { name: known.name }) });
  return builder.people.giveLogin(person, known?.openid);
}

/** S1-09 to S1-13: five levels, five leaders who lead a party group too, five grid workers, 84 lane chiefs. */
function appointStaff(builder: CommunityBuilder): void {
  const { tree } = builder;
  tree.of('grid').forEach((grid, index) => {
    const blue = grid.colour === 'blue';
    const leader = addNeighbour(builder, grid, blue ? { name: '郝建国', openid: 'leader-hao' } : undefined);
    leader.kinds.add('branchMember');
    builder.appoint('gridLeader', leader, grid);
    builder.appoint('groupLeader', leader, grid);
    builder.appoint(
      'gridWorker',
      addNeighbour(builder, grid, blue ? { name: '贾春燕', openid: 'worker-jia' } : undefined),
      grid,
    );
    if (index === 0) {
      builder.appoint('secretary', addNeighbour(builder, grid, { name: '白建军', openid: 'secretary-bai' }));
      for (let seat = 0; seat < 4; seat += 1) builder.appoint('committee', addNeighbour(builder, grid));
    }
  });
  for (const lane of tree.of('lane')) {
    const known = lane.name === '东街一巷' ? { name: '鲁翠莲', openid: 'lane-lu' } : undefined;
    builder.appoint('laneChief', addNeighbour(builder, lane, known), lane);
  }
}

/** S1-12: a team for each section, of one party member with two owners and a tenant. */
function foundSectionTeams(builder: CommunityBuilder): void {
  const { people, tree } = builder;
  for (const section of tree.of('section')) {
    const here = people.all.filter(
      ({ home, openid }) => home?.above.includes(section) === true && openid?.startsWith('wx-') === true,
    );
    const member = here.find(({ kinds }) => kinds.has('branchMember'));
    const owners = here.filter(({ kinds }) => kinds.has('resident') && !kinds.has('branchMember')).slice(0, 2);
    const tenants = here.filter(({ kinds }) => kinds.has('tenant')).slice(0, 1);
    if (member === undefined) throw new Error(`no party member lives in ${section.label}`);
    const team = { _id: `${section.placeId}_team`, name: `${section.name}服务队`, skill: 'errand' } as const;
    people.foundTeam({ ...team, sectionId: section.placeId }, [member, ...owners, ...tenants], builder.appointment);
  }
}

/** An old landlady who lives by herself, in the lane whose chief a visitor of the demo can be. */
function livesAlone(builder: CommunityBuilder): void {
  const landlady = builder.people.all.find(({ home }) => home?.label === '东街一巷 3 号院 1 户');
  if (landlady) landlady.alone = true;
}

/** 后所营社区, 小店区西温庄乡 (S1). */
export function buildHousuoying(context: BuildContext): DemoCommunity {
  const builder = new CommunityBuilder(id, name, housuoyingPlan(), context);
  addHouseholds(builder);
  appointStaff(builder);
  foundSectionTeams(builder);
  livesAlone(builder);
  const { visitPlans, visits } = visitDocuments(builder);
  const { moves, visit } = headsOfHousuoying(builder, visitPlans);
  return builder.build({
    street: '小店区西温庄乡',
    branchName: '后所营社区党支部',
    address: '后所营社区党群服务中心',
    cards: issueDoorCards(builder, builder.tree.of('courtyard')),
    extra: { visits: [...visits, visit], moves, complaints: [complaintOfTenant(builder)] },
  });
}
