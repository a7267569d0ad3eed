import {
  authorize,
  isUnder,
  reaches,
  hatInUse,
  type Caller,
  type SignedIn,
} from '../../../cloudfunctions/core/access/caller';
import { permissions, scopeOf } from '../../../cloudfunctions/core/access/permissions';
import { hats, type Hat } from '../../../miniprogram/contracts/hat';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import { openidOf, somebodies, sampleLogins } from '../../support/community';

const endpoints = Object.keys(permissions) as EndpointName[];
const login = sampleLogins().find(({ _id }) => _id === 'o_worker')!;

function wearing(hat: Hat): Caller {
  if (hat === 'anonymous') return { openid: 'o_nobody', scope: 'none' };
  return {
    openid: 'o_worker',
    login,
    hat: { key: `${hat}@qinghe`, hat, placeId: 'qinghe', path: 'qinghe', placeName: '' },
    scope: 'none',
    relatedLogins: [],
  };
}

it('turns away whom the table does not name, and says who is signed in', () => {
  expect(authorize(wearing('anonymous'), 'order.create')).toEqual({ ok: false, code: 'NOT_SIGNED_IN' });
  expect(authorize(wearing('resident'), 'order.dispatch')).toEqual({ ok: false, code: 'FORBIDDEN' });
  expect(authorize(wearing('gridWorker'), 'order.dispatch')).toMatchObject({ ok: true, data: { scope: 'grid' } });
});

describe('the table', () => {
  const allowed = (hat: Hat) => endpoints.filter((endpoint) => scopeOf(hat, endpoint) !== 'none');
  const whoMay = (endpoint: EndpointName) => hats.filter((hat) => scopeOf(hat, endpoint) !== 'none');

  it('lets somebody without a login read, look for a place, introduce themselves and try a code', () => {
    expect(allowed('anonymous')).toEqual([
      'card.get',
      'card.find',
      'place.listChildren',
      'home.get',
      'person.getSession',
      'person.register',
      'alert.raise',
      'policy.listOffered',
      'privacy.get',
      'setup.claim',
      'station.list',
      'station.listNear',
      'station.get',
      'station.report',
      'site.list',
      'site.get',
    ]);
  });

  it('gives the administrator no order', () => {
    expect(allowed('administrator').filter((endpoint) => endpoint.startsWith('order.'))).toEqual([]);
  });

  it('S2-08 lets no resident dispatch', () => {
    expect(whoMay('order.dispatch')).toEqual(['gridWorker', 'gridLeader', 'committee', 'secretary']);
  });

  it('S3-02 lets no member write into a passbook', () => {
    expect(whoMay('passbook.proposeReversal')).toEqual(['committee', 'secretary']);
    expect(whoMay('passbook.uphold')).toEqual(['committee', 'secretary']);
    expect(whoMay('passbook.signReversal')).toEqual(['committee', 'secretary']);
    expect(whoMay('activity.close')).toEqual(['groupLeader', 'committee', 'secretary']);
    expect(whoMay('activity.sign')).toEqual(['groupLeader', 'committee', 'secretary']);
  });

  it('shows a whole community to its secretary, committee and inspector alone', () => {
    expect(whoMay('order.getDesk')).toEqual(['committee', 'secretary', 'inspector']);
    expect(hats.filter((hat) => scopeOf(hat, 'order.get') === 'community')).toEqual([
      'committee',
      'secretary',
      'inspector',
    ]);
    expect(hats.filter((hat) => scopeOf(hat, 'passbook.get') === 'community')).toEqual(['inspector']);
    expect(hats.filter((hat) => scopeOf(hat, 'passbook.get') === 'branch')).toEqual(['committee', 'secretary']);
  });
});

describe('reach', () => {
  const worker = wearing('gridWorker') as SignedIn;
  const at = (path: string, scope: SignedIn['scope'] = 'grid'): SignedIn => ({
    ...worker,
    scope,
    hat: { ...worker.hat, path },
  });
  const order = { communityId: 'qinghe', path: 'qinghe/g1/s1/c1' };

  it('covers the place of the hat and everything under it', () => {
    expect(['qinghe', 'qinghe/g1', 'qinghe/g1/s1/c1'].map((path) => reaches(at(path), order))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['qinghe/g', 'qinghe/g2', 'qinghe/g1/s1/c1/h1', 'liuyuan'].map((path) => reaches(at(path), order))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('never crosses into another community, nor comes from what is only own', () => {
    expect(reaches(at('qinghe'), { ...order, communityId: 'liuyuan' })).toBe(false);
    expect(reaches(at('qinghe', 'own'), order)).toBe(false);
    expect(reaches(at('qinghe', 'none'), order)).toBe(false);
  });

  it('does not take a longer name for a place under it', () => {
    expect([isUnder('a/b1', 'a/b'), isUnder('a/b/1', 'a/b'), isUnder('a/b', 'a/b')]).toEqual([false, true, true]);
  });
});

describe('the hat in use', () => {
  it('falls back to the first when it was taken away', () => {
    expect(hatInUse({ ...login, hatInUse: 'secretary@qinghe' })?.hat).toBe('gridWorker');
    expect(hatInUse({ ...login, hats: [] })).toBeUndefined();
  });
});

it('the small community has somebody for every hat', () => {
  const worn = new Set(sampleLogins().map((one) => hatInUse(one)?.hat));
  expect(hats.filter((hat) => hat !== 'anonymous' && !worn.has(hat))).toEqual([]);
  expect(somebodies.map(({ id }) => openidOf(id))).toContain('o_resident');
});
