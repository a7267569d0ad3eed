import { newEmployer } from '../../../cloudfunctions/core/employer/employer';
import { hatPost } from '../../../cloudfunctions/core/employer/hat-post';
import { employerIdOf } from '../../../cloudfunctions/core/person/employer-id';
import { threeLevels } from '../../../cloudfunctions/core/place/policy';
import type { Skill } from '../../../miniprogram/contracts/skill';
import type { DemoPerson } from '../people/people-builder';
import { defaultRecognitionPolicy } from '../../../cloudfunctions/core/recognition/policy';
import { policy } from '../places/community';
import { evergreenPlan } from '../places/plans';
import { within, type PlaceNode } from '../places/tree';
import { issueDoorCards } from './door-cards';
import { enrolMembers, evergreenChannels } from './evergreen-enrolments';
import { employers, knownMembers, knownNeighbours, teams } from './evergreen-people';
import { CommunityBuilder, type BuildContext, type DemoCommunity } from './community-builder';

const id = 'changqingteng';
const name = '常青藤社区';

/** S2-03: 232 members over ten grids, 23 in most. */
const membersInGrid = (grid: number): number => (grid < 2 ? 24 : 23);

const skillSets: readonly (readonly Skill[])[] = [
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

function addMember(builder: CommunityBuilder, home: PlaceNode): void {
  const { people, random } = builder;
  const busy = random.percent(70);
  const person = people.add({
    age: random.pick(['middle', 'middle', 'young'] as const),
    kinds: ['resident', 'serviceMember'],
    home,
    serves: within(home, 'grid'),
    skills: random.pick(skillSets),
    free: busy
      ? random.pick([['saturday'], ['today-evening', 'saturday']] as const)
      : ['today-afternoon', 'today-evening', 'saturday'],
    atWork: busy ? ['today-afternoon'] : [],
    employer: random.pick(employers),
    ...(random.percent(12) && { centreHousehold: true }),
    ...knownMembers[home.label],
  });
  people.giveLogin(person, knownMembers[home.label]?.openid);
}

function addNeighbour(builder: CommunityBuilder, home: PlaceNode): void {
  const { people, random } = builder;
  const known = knownNeighbours[home.label];
  const alone = random.percent(15);
  const tenant = known === undefined && !alone && random.percent(25);
  const person = people.add({
    age: alone ? 'old' : random.pick(['old', 'middle', 'young'] as const),
    kinds: [tenant ? 'tenant' : 'resident'],
    home,
    ...(alone && known === undefined && { alone }),
    ...known,
  });
  if (known !== undefined || random.percent(70)) people.giveLogin(person, known?.openid);
}

/** One adult a household; personas live where they are expected. */
function addHouseholds(builder: CommunityBuilder): void {
  const { tree, random } = builder;
  for (const label of [...Object.keys(knownMembers), ...Object.keys(knownNeighbours)]) builder.household(label);
  tree.of('grid').forEach((grid, index) => {
    const homes = tree.of('household').filter((home) => home.above.includes(grid));
    const certain = homes.filter(({ label }) => label in knownMembers);
    const open = homes.filter(({ label }) => !(label in knownMembers) && !(label in knownNeighbours));
    const memberHomes = new Set([...certain, ...random.sample(open, membersInGrid(index) - certain.length)]);
    for (const home of homes) (memberHomes.has(home) ? addMember : addNeighbour)(builder, home);
  });
}

/** Three levels (S2-07): the branch, a party group a grid, whose leader leads the grid; a grid worker each. */
function appointStaff(builder: CommunityBuilder): void {
  const { tree, people } = builder;
  const byOpenid = (openid: string) => people.all.find((person) => person.openid === openid);
  const secretary = byOpenid('secretary-qin');
  const administrator = byOpenid('admin-fan');
  if (secretary === undefined || administrator === undefined) throw new Error('a persona is missing');
  builder.appoint('secretary', secretary);
  builder.appoint('administrator', administrator);
  const leaders = { red: byOpenid('leader-song'), blue: byOpenid('captain-tian') } as const;
  const workers = { blue: byOpenid('worker-zhao') } as const;
  for (const grid of tree.of('grid')) {
    const here = people.all.filter(({ home }) => home?.above.includes(grid));
    const leader =
      (grid.colour === 'red' || grid.colour === 'blue' ? leaders[grid.colour] : undefined) ??
      here.find(({ kinds }) => kinds.has('serviceMember'));
    const worker =
      (grid.colour === 'blue' ? workers[grid.colour] : undefined) ??
      here.find(
        ({ kinds, alone, openid }) =>
          kinds.has('resident') && !kinds.has('serviceMember') && !alone && !isPersona(openid),
      );
    if (leader === undefined || worker === undefined) throw new Error(`nobody for ${grid.name}`);
    builder.appoint('gridLeader', leader, grid);
    builder.appoint('groupLeader', leader, grid);
    builder.appoint('gridWorker', worker, grid);
  }
}

const isPersona = (openid: string | undefined): boolean => openid !== undefined && !openid.startsWith('wx-');

function foundTeams(builder: CommunityBuilder): void {
  const { people } = builder;
  const taken = new Set<DemoPerson>();
  for (const { key, name: teamName, skill, size, captain, vanguard } of teams) {
    const able = people.all.filter(
      (person) => person.kinds.has('serviceMember') && person.skills.includes(skill) && !taken.has(person),
    );
    const rank = ({ openid }: DemoPerson) =>
      openid !== undefined && openid === captain ? 0 : isPersona(openid) ? 1 : 2;
    const members = able.sort((a, b) => rank(a) - rank(b)).slice(0, size);
    for (const member of members) taken.add(member);
    people.foundTeam(
      { _id: `${id}_team_${key}`, name: teamName, skill, ...(vanguard && { vanguard }) },
      members,
      builder.appointment,
    );
  }
}

/** Where two of the demo's members work: they share their record with whoever speaks for it. */
const employerName = '市供电服务中心';

/** Who inspects the books, and who speaks for an employer (S2-19): neither lives here. */
function appointOutsiders(builder: CommunityBuilder): void {
  const { people } = builder;
  const own = (personName: string, openid: string) =>
    people.giveLogin(people.add({ age: 'middle', kinds: [], name: personName }), openid);
  builder.appoint('inspector', own('邢立新', 'inspector-xing'));
  const speaker = own('牛晓东', 'employer-niu');
  const { personId, name: speakerName, phone } = speaker;
  const employer = newEmployer(id, employerIdOf(id, employerName), employerName);
  const post = hatPost(employer, personId, builder.appointment.since);
  people.posts.push({ ...post, holder: { personId, name: speakerName, phone }, heldBy: personId });
}

/** 常青藤社区 (S2). */
export function buildEvergreen(context: BuildContext): DemoCommunity {
  const builder = new CommunityBuilder(id, name, evergreenPlan(), context);
  addHouseholds(builder);
  appointStaff(builder);
  foundTeams(builder);
  appointOutsiders(builder);
  return builder.build({
    street: '太原市',
    branchName: '常青藤社区党支部',
    address: '常青藤社区党群服务中心',
    cards: issueDoorCards(builder, builder.tree.of('courtyard')),
    policy: {
      ...policy,
      enrolment: evergreenChannels,
      place: { levels: threeLevels },
      recognition: { ...defaultRecognitionPolicy, shown: ['thanks', 'star'] },
    },
    extra: enrolMembers(builder),
  });
}
