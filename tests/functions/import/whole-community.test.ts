import type { Enrolment, EnrolmentCounts } from '../../../cloudfunctions/core/enrolment/enrolment';
import type { Place } from '../../../cloudfunctions/core/place/place';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Post } from '../../../cloudfunctions/core/place/post';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import type { Organisation, Site } from '../../../cloudfunctions/core/site/site';
import type { Station } from '../../../cloudfunctions/core/station/station';
import { buildCommunities } from '../../../local/demo/community-documents';
import { createEmptyEnvironment } from '../../../local/demo/empty';
import { setupEvent, setupRunner } from '../../../tools/deploy/setup-code';
import type { OfferedKind } from '../../../miniprogram/contracts/import';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { demoLists } from '../../support/demo-lists';
import { samples } from '../../support/samples';
import { office } from './lists';

/** Lists of the demo's communities, brought into one that has nothing yet. */
const demo = buildCommunities(new Date('2026-11-23T10:00:00+08:00'));
const listsOf = (id: string) => demoLists(demo.find(({ document }) => document._id === id)!);
const administrator = 'o_first';

async function emptyCommunity(): Promise<{ cloud: ApiCloud; services: Services }> {
  const cloud = await startApi({ functions: ['api', 'files', 'jobs'], demo: createEmptyEnvironment() });
  const printed = JSON.stringify(await cloud.invoke(setupRunner, setupEvent, { source: 'deploy' }));
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/.exec(printed)![0];
  await cloud.getAs(administrator, 'setup.claim', { ...samples['setup.claim'], code, requestId: newRequest() });
  return { cloud, services: await cloud.services() };
}

/** Every document of a collection, past what one look shows. */
const all = <T extends object>(cloud: ApiCloud, name: string): readonly T[] =>
  cloud.database.browse(name, { limit: 20_000 }) as T[];

let cloud: ApiCloud;
let desk: ReturnType<typeof office>;
let again: (kind: OfferedKind, bytes: Buffer) => Promise<void>;

async function open(): Promise<void> {
  const begun = await emptyCommunity();
  cloud = begun.cloud;
  desk = office(cloud, begun.services, administrator);
  again = async (kind, bytes) => {
    const view = await desk.check(kind, bytes);
    expect(view.counts).toMatchObject({ new: 0, changed: 0, duplicate: 0, refused: 0 });
  };
}

jest.setTimeout(240_000);

describe('a community of S1 and S2 moves in', () => {
  beforeAll(open);
  afterAll(() => cloud?.close());
  const lists = listsOf('housuoying');

  it('with its places in one go, and the same list changes nothing', async () => {
    const { counts, placeDocuments } = lists;
    const view = await desk.bring('places', lists.places);
    expect(view).toMatchObject({ counts: { new: counts.leaves, refused: 0 }, written: counts.leaves, state: 'done' });
    const made = all<Place>(cloud, 'places');
    const number = (kind: string, documents: readonly Place[]) => documents.filter((one) => one.kind === kind).length;
    for (const kind of ['grid', 'section', 'lane', 'courtyard', 'household'])
      expect([kind, number(kind, made)]).toEqual([kind, number(kind, placeDocuments)]);
    const under = new Map<string, number>();
    for (const { parentId } of made) under.set(parentId, (under.get(parentId) ?? 0) + 1);
    for (const place of made) expect([place.label, place.children]).toEqual([place.label, under.get(place._id) ?? 0]);
    const [community] = all<Community>(cloud, 'communities');
    expect(community!.grids.map(({ colour }) => colour)).toEqual(
      placeDocuments.filter(({ kind }) => kind === 'grid').map(({ colour }) => colour),
    );
    await again('places', lists.places);
  });

  it('with its courtyard heads and its lane chiefs in one go each', async () => {
    const { counts } = lists;
    expect([counts.heads, counts.chiefs]).toEqual([280, 84]);
    const heads = await desk.bring('posts', lists.posts('courtyardHead', '楼院长'));
    expect(heads).toMatchObject({ written: 280, counts: { refused: 0, duplicate: 0 } });
    const chiefs = await desk.bring('posts', lists.posts('laneChief', '街巷长'));
    expect(chiefs).toMatchObject({ written: 84, counts: { refused: 0, duplicate: 0 } });
    const posts = all<Post>(cloud, 'posts');
    expect(posts.filter(({ hat, holder }) => hat === 'courtyardHead' && holder)).toHaveLength(280);
    expect(posts.filter(({ hat, holder }) => hat === 'laneChief' && holder)).toHaveLength(84);
    await again('posts', lists.posts('courtyardHead', '楼院长'));
  });
});

describe('a community of S2 moves in', () => {
  beforeAll(open);
  afterAll(() => cloud?.close());
  const lists = listsOf('changqingteng');

  it('with 232 members in one go, each enrolled in one grid as a group, once', async () => {
    expect(lists.counts.members).toBe(232);
    await desk.bring('places', lists.places);
    const view = await desk.bring('members', lists.members);
    expect(view).toMatchObject({ written: 232, counts: { refused: 0, duplicate: 0 } });
    const enrolments = all<Enrolment>(cloud, 'enrolments');
    expect(enrolments).toHaveLength(232);
    expect(enrolments.every(({ state, channel }) => state === 'enrolled' && channel === 'group')).toBe(true);
    const [counts] = all<EnrolmentCounts>(cloud, 'enrolmentCounts');
    expect(counts).toMatchObject({ channels: { group: { enrolled: 232 } } });
    expect(Object.values(counts!.grids).reduce((sum, count) => sum + count, 0)).toBe(232);
    await desk.bring('members', lists.members);
    expect(all<EnrolmentCounts>(cloud, 'enrolmentCounts')[0]).toMatchObject({ channels: { group: { enrolled: 232 } } });
    await again('members', lists.members);
  });
});

describe('a community of S5 moves in', () => {
  beforeAll(open);
  afterAll(() => cloud?.close());
  const lists = listsOf('yijing');

  it('with 44 sites, 9 organisations, 12 instructors, 21 stations and the shops from one file', async () => {
    const { counts, stationDocuments } = lists;
    expect(counts).toMatchObject({ sites: 44, orgs: 9, instructors: 12, stations: 21, shops: 12 });
    await desk.bring('places', lists.places);
    const total = 44 + 9 + 12 + 21 + 12;
    const view = await desk.bring('stations', lists.stations);
    expect(view).toMatchObject({ written: total, counts: { new: total, refused: 0 }, skipped: 0, unreadable: [] });
    const orgs = all<Organisation>(cloud, 'orgs');
    expect(orgs).toHaveLength(9);
    expect(orgs.flatMap(({ instructors }) => instructors)).toHaveLength(12);
    const sites = all<Site>(cloud, 'sites');
    expect(sites).toHaveLength(44);
    expect(sites.every(({ orgId }) => orgs.some(({ _id }) => _id === orgId))).toBe(true);
    const stations = all<Station>(cloud, 'stations');
    expect(stations.filter(({ kind }) => kind === 'station')).toHaveLength(21);
    expect(stations.filter(({ kind }) => kind === 'shop')).toHaveLength(12);
    for (const one of stations) {
      const from = stationDocuments.find(({ name, kind }) => name === one.name && kind === one.kind)!;
      expect([one.name, one.hours, one.gcj02, one.steward?.name]).toEqual([
        one.name,
        from.hours,
        from.gcj02,
        from.steward?.name,
      ]);
    }
    expect(all<Post>(cloud, 'posts').filter(({ hat }) => hat === 'instructor')).toHaveLength(12);
    await again('stations', lists.stations);
  });
});
