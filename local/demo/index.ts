import type { LoginWithInbox } from '../../cloudfunctions/core/access/login';
import type { DemoSource, Persona } from '@lianxin/local-cloud';
import type { DemoCommunity } from './communities/community-builder';
import { HistoryGenerator } from './history';
import { loginsOf } from './people/logins';
import { stampForms, wholeForms } from './forms';
import { photoFiles } from './photos';
import { buildCommunities, standingDocuments, type Documents } from './community-documents';

/** A card that the phone's scanner can pick. */
export interface CardToScan {
  readonly token: string;
  readonly label: string;
}

export interface Demo extends DemoSource {
  cards(): readonly CardToScan[];
}

/** Somebody with a card in hand and no login. */
const visitor: Persona = { openid: 'visitor', name: '路过的人', hats: ['anonymous'], communityId: 'changqingteng' };

/**
 * The people whom a visitor can be, in the order of the main job: who asks, who sends, who goes, who answers for it,
 * then the others.
 */
const personaOrder = [
  'resident-wang',
  'worker-zhao',
  'member-sun',
  'secretary-qin',
  'captain-tian',
  'resident-luo',
  'member-ma',
  'captain-lei',
  'leader-song',
  'admin-fan',
  'tenant-cao',
  'head-shi',
  'worker-jia',
  'leader-hao',
  'lane-lu',
  'secretary-bai',
  'branch-li',
  'branch-secretary-ren',
  'branch-committee-hou',
  'branch-wu',
  'resident-pang',
  'worker-duan',
  'resident-qiao',
  'secretary-gu',
  'courier-lv',
  'merchant-ma',
  'instructor-xue',
  'steward-he',
  'secretary-fu',
  'employer-niu',
  'inspector-xing',
  'branch-secretary-jin',
] as const;

function personaOf({ _id, name, hats, communityId, phone }: LoginWithInbox): Persona {
  return { openid: _id, name, hats: hats.map(({ hat }) => hat), communityId, phoneNumber: phone };
}

/** Cards of every kind: a colour, a grid without one, a lost card, one that nobody issued. */
function cardsOf(communities: readonly DemoCommunity[]): CardToScan[] {
  const shown = [
    '柳巷 12 号院',
    '枫林路 7 号院',
    '东街一巷 2 号院',
    '城东街南片 1 号楼 1 户',
    '东前街 1 号',
    '义井路 1 号',
  ];
  const cards = communities.flatMap(({ cards: issued, document: community }) =>
    issued
      .filter(({ place, state }) => shown.includes(place.label) || state === 'renewed')
      .map(({ _id, place, state }) => ({
        token: _id,
        label: `${community.name} ${place.label}${state === 'renewed' ? '，旧卡' : ''}`,
      })),
  );
  return [...cards, { token: 'nobodyIssuedThis', label: '查不到的卡' }];
}

/** How many half-years of history a community gets when `scale` are wanted; with none it is left out. */
export type ScaleOf = (communityId: string, scale: number) => number;
const all: ScaleOf = (_communityId, scale) => scale;

/**
 * All documents of the demo in pieces that fit into memory: `scale` half-years of history in the same communities
 * (docs/adr/0005-demo-grows-in-time.md).
 */
export function* demoDocuments(now: Date, scale: number, scaleOf = all): Generator<Documents> {
  for (const community of buildCommunities(now)) {
    const halfYears = scaleOf(community.document._id, scale);
    if (halfYears === 0) continue;
    const history = new HistoryGenerator(community, now);
    for (let halfYear = halfYears - 1; halfYear >= 0; halfYear -= 1) yield history.halfYear(halfYear);
    yield history.totals();
    yield standingDocuments(community, history.summary());
  }
  yield new Map([['runs', [{ _id: 'counting', ranAt: now, cursor: null, found: [] }]]]);
}

/**
 * The demo data: five communities after the articles. What does not depend on a moment is known before anything is
 * loaded.
 */
export function createDemo(scaleOf = all): Demo {
  const known = buildCommunities(new Date('2026-01-01T09:00:00+08:00'));
  const logins = known.flatMap(({ people, document: community }) => loginsOf(people, community));
  const names = new Map(known.map(({ document: community }) => [community._id, community.name]));
  const named = (persona: Persona): Persona => ({
    ...persona,
    communityName: names.get(persona.communityId) ?? persona.communityId,
  });
  const personas = [
    ...personaOrder.flatMap((openid) => logins.find(({ _id }) => _id === openid) ?? []).map(personaOf),
    visitor,
  ].map(named);
  return {
    load(database, scale, now) {
      for (const documents of demoDocuments(now, scale, scaleOf)) {
        for (const [collection, list] of documents) database.load(collection, stampForms(collection, list));
      }
      database.load('forms', wholeForms);
    },
    files: photoFiles,
    personas: () => personas,
    cards: () => cardsOf(known),
  };
}
