import type { OrderCategory } from '../../../miniprogram/contracts/order';
import type { Somebody } from '../people/crowd';
import { evergreenPlan } from '../places/plans';
import { within, type Site } from '../places/tree';
import { doorPlates } from './door-plates';
import { employers, knownMembers, knownNeighbours, teams } from './evergreen-cast';
import { Building, type Ground, type Neighbourhood } from './neighbourhood';

const id = 'changqingteng';
const name = '常青藤社区';

/** S2-03: 232 members over ten grids, 23 in most. */
const membersInGrid = (grid: number): number => (grid < 2 ? 24 : 23);

const skillSets: readonly (readonly OrderCategory[])[] = [
  ['legal'],
  ['escort', 'errand'],
  ['counsel', 'family'],
  ['repair'],
  ['errand'],
  ['device'],
  ['schooling', 'family'],
  ['errand', 'escort'],
  ['legal', 'registration'],
  ['device', 'errand'],
];

function addMember(building: Building, home: Site): void {
  const { crowd, chance } = building;
  const busy = chance.in100(70);
  const somebody = crowd.add({
    age: chance.one(['middle', 'middle', 'young'] as const),
    kinds: ['resident', 'serviceMember'],
    home,
    serves: within(home, 'grid'),
    skills: chance.one(skillSets),
    free: busy
      ? chance.one([['saturday'], ['today-evening', 'saturday']] as const)
      : ['today-afternoon', 'today-evening', 'saturday'],
    atWork: busy ? ['today-afternoon'] : [],
    employer: chance.one(employers),
    ...(chance.in100(12) && { centreHousehold: true }),
    ...knownMembers[home.label],
  });
  crowd.signIn(somebody, knownMembers[home.label]?.openid);
}

function addNeighbour(building: Building, home: Site): void {
  const { crowd, chance } = building;
  const known = knownNeighbours[home.label];
  const alone = chance.in100(15);
  const tenant = known === undefined && !alone && chance.in100(25);
  const somebody = crowd.add({
    age: alone ? 'old' : chance.one(['old', 'middle', 'young'] as const),
    kinds: [tenant ? 'tenant' : 'resident'],
    home,
    ...(alone && known === undefined && { alone }),
    ...known,
  });
  if (known !== undefined || chance.in100(70)) crowd.signIn(somebody, known?.openid);
}

/** One adult a household; those of the cast live where they are expected. */
function settle(building: Building): void {
  const { tree, chance } = building;
  for (const label of [...Object.keys(knownMembers), ...Object.keys(knownNeighbours)]) building.household(label);
  tree.of('grid').forEach((grid, index) => {
    const homes = tree.of('household').filter((home) => home.above.includes(grid));
    const certain = homes.filter(({ label }) => label in knownMembers);
    const open = homes.filter(({ label }) => !(label in knownMembers) && !(label in knownNeighbours));
    const memberHomes = new Set([...certain, ...chance.some(open, membersInGrid(index) - certain.length)]);
    for (const home of homes) (memberHomes.has(home) ? addMember : addNeighbour)(building, home);
  });
}

/** Three levels (S2-07): the branch, a party group a grid, whose leader leads the grid; a grid worker each. */
function staff(building: Building): void {
  const { tree, crowd } = building;
  const byOpenid = (openid: string) => crowd.people.find((somebody) => somebody.openid === openid);
  const secretary = byOpenid('secretary-qin');
  const administrator = byOpenid('admin-fan');
  if (secretary === undefined || administrator === undefined) throw new Error('the cast is not complete');
  building.appoint('secretary', secretary);
  building.appoint('administrator', administrator);
  const leaders = { red: byOpenid('leader-song'), blue: byOpenid('captain-tian') } as const;
  const workers = { blue: byOpenid('worker-zhao') } as const;
  for (const grid of tree.of('grid')) {
    const here = crowd.people.filter(({ home }) => home?.above.includes(grid));
    const leader =
      (grid.colour === 'red' || grid.colour === 'blue' ? leaders[grid.colour] : undefined) ??
      here.find(({ kinds }) => kinds.has('serviceMember'));
    const worker =
      (grid.colour === 'blue' ? workers[grid.colour] : undefined) ??
      here.find(
        ({ kinds, alone, openid }) => kinds.has('resident') && !kinds.has('serviceMember') && !alone && !isCast(openid),
      );
    if (leader === undefined || worker === undefined) throw new Error(`nobody for ${grid.name}`);
    building.appoint('gridLeader', leader, grid);
    building.appoint('groupLeader', leader, grid);
    building.appoint('gridWorker', worker, grid);
  }
}

const isCast = (openid: string | undefined): boolean => openid !== undefined && !openid.startsWith('wx-');

function gather(building: Building): void {
  const { crowd } = building;
  const taken = new Set<Somebody>();
  for (const { key, name: teamName, skill, size, captain } of teams) {
    const able = crowd.people.filter(
      (somebody) => somebody.kinds.has('serviceMember') && somebody.skills.includes(skill) && !taken.has(somebody),
    );
    const rank = ({ openid }: Somebody) => (openid !== undefined && openid === captain ? 0 : isCast(openid) ? 1 : 2);
    const members = able.sort((a, b) => rank(a) - rank(b)).slice(0, size);
    for (const member of members) taken.add(member);
    crowd.found({ _id: `${id}_team_${key}`, name: teamName, skill }, members, building.posting);
  }
}

/** 常青藤社区 (S2). */
export function buildEvergreen(ground: Ground): Neighbourhood {
  const building = new Building(id, name, evergreenPlan(), ground);
  settle(building);
  staff(building);
  gather(building);
  return building.finish({
    street: '太原市',
    branchName: '常青藤社区党支部',
    address: '常青藤社区党群服务中心',
    cards: doorPlates(building, building.tree.of('courtyard')),
  });
}
