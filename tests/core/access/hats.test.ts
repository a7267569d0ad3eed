import { postOn } from '../../../cloudfunctions/core/place/succession';
import { listHats } from '../../../cloudfunctions/core/access/hats';
import { buildLogin } from '../../../cloudfunctions/core/access/build-login';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Post } from '../../../cloudfunctions/core/place/post';
import { maskedPhone } from '../../../cloudfunctions/core/person/phone';
import { sessionView, loginSessionView } from '../../../cloudfunctions/core/access/session-view';
import { placeRef } from '../../../cloudfunctions/core/place/view';
import { communities, placeNamed } from '../../support/community';

const community = communities[0]!;
const home = placeRef(placeNamed('qinghe_g1_h1'));
const person: Person = {
  _id: 'p_many',
  communityId: 'qinghe',
  name: '冯秀珍',
  phone: '16400000042',
  phoneSource: 'wechat',
  phoneOwner: 'self',
  kinds: ['branchMember', 'resident'],
  home,
  skills: [],
  free: [],
  atWork: [],
  reachable: true,
};
const post = (hat: Post['hat'], placeId: string, more: Partial<Post> = {}): Post => ({
  _id: `${hat}_${placeId}`,
  communityId: 'qinghe',
  hat,
  placeId,
  path: `qinghe/${placeId}`,
  placeName: '红色网格',
  colour: 'red',
  holder: { personId: 'p_many', name: '冯秀珍', phone: '16400000042' },
  since: new Date(0),
  ...more,
});

describe('hats', () => {
  it('X-01 S1-10 one person wears the hats of all their posts, then what they are', () => {
    const hats = listHats(person, [post('gridLeader', 'g1'), post('groupLeader', 'g1')], community);
    expect(hats.map(({ key, detail }) => [key, detail])).toEqual([
      ['groupLeader@g1', 'gridLeader'],
      ['gridLeader@g1', 'groupLeader'],
      ['member@qinghe', undefined],
      ['resident@qinghe_g1_c1', undefined],
    ]);
  });

  it('S1-10 a hat that is taken away leaves the others', () => {
    const ended = postOn(post('groupLeader', 'g1', { until: new Date(1) }), new Date(2));
    const others = post('gridWorker', 'g2', { holder: { personId: 'p_else', name: '', phone: '' } });
    expect(listHats(person, [post('gridLeader', 'g1'), ended, others], community).map(({ hat }) => hat)).toEqual([
      'gridLeader',
      'member',
      'resident',
    ]);
  });

  it('a resident reaches their courtyard', () => {
    expect(listHats(person, [], community).at(-1)).toMatchObject({
      hat: 'resident',
      placeId: 'qinghe_g1_c1',
      path: expect.stringMatching(/qinghe_g1_c1$/),
      placeName: '石榴巷 7 号院 东屋',
    });
  });

  it('a captain is known by the team', () => {
    const [captain] = listHats(
      person,
      [post('teamCaptain', 'qinghe', { team: { teamId: 'team_repair', name: '维修小分队' } })],
      community,
    );
    expect(captain).toMatchObject({ key: 'teamCaptain@team_repair', detail: '维修小分队', teamId: 'team_repair' });
  });

  it('nobody is without a hat', () => {
    const nobody: Person = {
      _id: 'p_x',
      communityId: 'qinghe',
      name: '',
      phone: '',
      phoneSource: 'typed',
      phoneOwner: 'self',
      kinds: [],
      skills: [],
      free: [],
      atWork: [],
      reachable: true,
    };
    expect(listHats(nobody, [], community)).toHaveLength(1);
  });
});

describe('a session', () => {
  const login = buildLogin({ openid: 'o_many', person, posts: [post('gridLeader', 'g1')], community });

  it('shows the caller to themselves, their number masked and without places’ ids', () => {
    expect(loginSessionView(login)).toEqual({
      personId: 'p_many',
      name: '冯秀珍',
      phone: '164 **** 0042',
      communityName: '清河社区',
      hat: 'gridLeader@g1',
      elder: false,
      alone: false,
      roles: { veteran: false, volunteer: false },
      unread: 0,
      hats: [
        { key: 'gridLeader@g1', hat: 'gridLeader', placeName: '红色网格', colour: 'red' },
        { key: 'member@qinghe', hat: 'member', placeName: '清河社区党支部' },
        { key: 'resident@qinghe_g1_c1', hat: 'resident', placeName: '石榴巷 7 号院 东屋', colour: 'red' },
      ],
    });
  });

  it('knows a visitor only as one', () => {
    expect(sessionView({ openid: 'o_x', scope: 'own' })).toEqual({
      hats: [],
      hat: 'anonymous',
      elder: false,
      unread: 0,
    });
  });

  it('masks the middle of a number', () => {
    expect(maskedPhone('13812340021')).toBe('138 **** 0021');
    expect([maskedPhone('03514001234'), maskedPhone('4001234')]).toEqual(['**** 234', '**** 234']);
  });
});
