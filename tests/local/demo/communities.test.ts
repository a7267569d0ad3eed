import { gridColours } from '../../../miniprogram/contracts/hat';
import { loadAll, of, type Loaded } from './loaded';

let all: Loaded;
beforeAll(() => {
  all = loadAll();
});
const placesOf = (communityId: string, kind: string) =>
  of(all.places, communityId).filter((place) => place.kind === kind);
const postsOf = (communityId: string, hat: string) => of(all.posts, communityId).filter((post) => post.hat === hat);

describe('后所营社区', () => {
  const id = 'housuoying';

  it('S1-02, S1-03 has five grids of two sections each, ten in all', () => {
    const grids = placesOf(id, 'grid');
    expect(grids).toHaveLength(5);
    const sections = placesOf(id, 'section');
    expect(sections).toHaveLength(10);
    for (const grid of grids) expect(sections.filter(({ parentId }) => parentId === grid._id)).toHaveLength(2);
  });

  it('S1-06 gives each of the five colours to one grid', () => {
    expect(placesOf(id, 'grid').map(({ colour }) => colour)).toEqual([...gridColours]);
  });

  it('S1-10, S1-11 has five leaders who lead a party group too, and five grid workers, one a grid', () => {
    const leaders = postsOf(id, 'gridLeader').map(({ holder, placeId }) => `${holder?.personId}@${placeId}`);
    expect(new Set(leaders).size).toBe(5);
    expect(postsOf(id, 'groupLeader').map(({ holder, placeId }) => `${holder?.personId}@${placeId}`)).toEqual(leaders);
    const workers = postsOf(id, 'gridWorker');
    expect(workers.map(({ placeId }) => placeId).sort()).toEqual(
      placesOf(id, 'grid')
        .map(({ _id }) => _id)
        .sort(),
    );
    const homes = new Map(of(all.people, id).map((person) => [person._id, person.home]));
    for (const { holder, placeId } of workers) expect(homes.get(holder?.personId ?? '')?.gridId).toBe(placeId);
  });

  it('S1-13, S1-14 has 84 lane chiefs for 504 households, six each on average and none over ten', () => {
    const lanes = placesOf(id, 'lane');
    expect(
      postsOf(id, 'laneChief')
        .map(({ placeId }) => placeId)
        .sort(),
    ).toEqual(lanes.map(({ _id }) => _id).sort());
    expect(lanes).toHaveLength(84);
    const households = placesOf(id, 'household');
    expect(households).toHaveLength(504);
    const perLane = lanes.map(
      ({ path }) => households.filter((household) => household.path.startsWith(`${path}/`)).length,
    );
    expect(perLane.reduce((sum, count) => sum + count, 0)).toBe(504);
    expect(Math.max(...perLane)).toBeLessThanOrEqual(10);
  });

  it('S1-15 has 280 courtyard heads, each a landlord who lives in the courtyard', () => {
    const heads = postsOf(id, 'courtyardHead');
    expect(heads).toHaveLength(280);
    expect(new Set(heads.map(({ holder }) => holder?.personId)).size).toBe(280);
    const homes = new Map(of(all.people, id).map((person) => [person._id, person.home]));
    for (const { holder, placeId } of heads) expect(homes.get(holder?.personId ?? '')?.courtyardId).toBe(placeId);
  });

  it('S1-16 has tenants beside landlords', () => {
    expect(of(all.people, id).filter(({ kinds }) => kinds.includes('tenant'))).toHaveLength(504 - 280);
  });
});

describe('常青藤社区', () => {
  const id = 'changqingteng';
  const members = () => of(all.people, id).filter(({ kinds }) => kinds.includes('serviceMember'));

  it('S2-03 spreads 232 members over ten grids, each in exactly one', () => {
    expect(members()).toHaveLength(232);
    const counts = placesOf(id, 'grid').map(
      ({ _id }) => members().filter(({ serves }) => serves?.gridId === _id).length,
    );
    expect(counts).toHaveLength(10);
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([23, 24]);
  });

  it('S2-09 has seven teams, each with one captain out of its own, who leads no other', () => {
    const teams = of(all.teams, id);
    expect(teams.filter(({ vanguard }) => vanguard)).toHaveLength(1);
    expect(teams.filter(({ vanguard }) => !vanguard)).toHaveLength(7);
    for (const named of ['法律咨询', '医疗健康', '心理疏导'])
      expect(teams.some(({ name }) => name.startsWith(named))).toBe(true);
    expect(new Set(teams.map(({ captainId }) => captainId)).size).toBe(8);
    const posts = postsOf(id, 'teamCaptain');
    for (const { _id, captainId, memberIds } of teams) {
      expect(memberIds).toContain(captainId);
      expect(posts.find(({ team }) => team?.teamId === _id)?.holder?.personId).toBe(captainId);
      for (const memberId of memberIds) expect(members().find((person) => person._id === memberId)?.teamId).toBe(_id);
    }
  });

  it('S2-10 has solved fifteen orders of life and limb, each confirmed by whoever asked', () => {
    const solved = of(all.orders, id).filter(({ urgent, outcome }) => urgent && outcome === 'solved');
    expect(solved).toHaveLength(15);
    for (const { trail } of solved) expect(trail.at(-1)?.action).toBe('confirm');
  });

  it("S2-04, S2-15 knows some members' sign at the door, everybody's employer, skills and free hours", () => {
    expect(members().filter(({ centreHousehold }) => centreHousehold).length).toBeGreaterThan(10);
    for (const { employer, skills, free } of members())
      expect([employer === undefined, skills.length > 0, free.length > 0]).toEqual([false, true, true]);
  });
});

describe('西堡村', () => {
  const members = () => of(all.people, 'xibu').filter(({ kinds }) => kinds.includes('branchMember'));

  it('S3-06 has members of the four classes, and a standard for each', () => {
    const count = (memberClass: string) => members().filter((person) => person.memberClass === memberClass).length;
    expect(['committee', 'young', 'senior', 'special'].map(count)).toEqual([5, 12, 19, 7]);
    expect(of(all.people, 'xibu').filter(({ memberClass }) => memberClass !== undefined)).toHaveLength(43);
    const policy = all.communities.find(({ _id }) => _id === 'xibu')?.policy;
    expect(policy?.activity.attendance?.map(({ memberClass }) => memberClass)).toEqual([
      'committee',
      'young',
      'senior',
      'special',
    ]);
  });

  it('S3-08 gives two or three young members to each of the committee', () => {
    const committee = members().filter(({ memberClass }) => memberClass === 'committee');
    const young = members().filter(({ memberClass }) => memberClass === 'young');
    for (const { _id } of committee) expect([2, 3]).toContain(young.filter(({ mentorId }) => mentorId === _id).length);
    expect(young.every(({ mentorId }) => committee.some(({ _id }) => _id === mentorId))).toBe(true);
  });

  it('S3-01 opens exactly one book of organisation life for each member', () => {
    const books = of(all.passbooks, 'xibu').filter(({ unit }) => unit === 'organization');
    expect(books.map(({ personId }) => personId).sort()).toEqual(
      members()
        .map(({ _id }) => _id)
        .sort(),
    );
  });
});

describe('城东社区', () => {
  it('S4-08 issued a card to every household; a lost one says that it was renewed', () => {
    const cards = of(all.cards, 'chengdong');
    const open = cards.filter(({ state }) => state === 'open').map(({ place }) => place.placeId);
    expect(open.sort()).toEqual(
      placesOf('chengdong', 'household')
        .map(({ _id }) => _id)
        .sort(),
    );
    const renewed = cards.filter(({ state }) => state === 'renewed');
    expect(renewed).toHaveLength(1);
    expect(renewed[0]?.renewedAt).toBeInstanceOf(Date);
  });

  it('S4-03 brings a large card to who lives alone', () => {
    const alone = new Set(
      of(all.people, 'chengdong')
        .filter(({ alone: is }) => is)
        .map(({ home }) => home?.placeId),
    );
    const large = of(all.cards, 'chengdong').filter(({ size }) => size === 'large');
    expect(new Set(large.map(({ place }) => place.placeId))).toEqual(alone);
    expect(alone.size).toBeGreaterThan(20);
  });
});

describe('义井街道', () => {
  it('S5-01 has 44 sites, nine organisations and twelve instructors', () => {
    expect(all.sites).toHaveLength(44);
    expect(all.orgs).toHaveLength(9);
    expect(postsOf('yijing', 'instructor')).toHaveLength(12);
    const orgIds = all.orgs.map(({ _id }) => _id);
    expect(all.sites.every(({ orgId }) => orgIds.includes(orgId))).toBe(true);
    const instructors = new Set(postsOf('yijing', 'instructor').map(({ holder }) => holder?.personId));
    expect(new Set(all.orgs.flatMap(({ instructors: sent }) => sent.map(({ personId }) => personId)))).toEqual(
      instructors,
    );
    expect(all.orgs.every(({ instructors: sent }) => sent.length > 0)).toBe(true);
  });

  it('S5-02, S5-03 has 21 stations in service centres, with medicine, water and charging', () => {
    const stations = all.stations.filter(({ kind }) => kind === 'station');
    expect(stations).toHaveLength(21);
    for (const { host, offered } of stations) {
      expect(host).toMatch(/党群服务中心$/);
      expect(offered).toEqual(
        expect.arrayContaining(['medicine', 'water', 'charging'].map((service) => ({ service }))),
      );
    }
  });

  it('S5-04 has shops that open their toilet and carry a numbered sign', () => {
    const shops = all.stations.filter(({ kind }) => kind === 'shop');
    expect(shops.length).toBeGreaterThan(0);
    expect(new Set(shops.map(({ sign }) => sign)).size).toBe(shops.length);
    for (const { offered } of shops) expect(offered).toContainEqual({ service: 'toilet' });
  });
});
