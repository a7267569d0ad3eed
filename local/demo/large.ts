import type { DemoSource } from '@lianxin/local-cloud';
import { dayText } from '../../cloudfunctions/core/time/shanghai';
import type { VisitPlan } from '../../cloudfunctions/core/visit/plan';
import { defaultVisitPolicy } from '../../cloudfunctions/core/visit/policy';
import { planOf } from '../../cloudfunctions/core/visit/rules/plan';
import { bareCommunity, type DemoCommunity } from './communities/community-builder';
import { standingDocuments } from './community-documents';
import { stampForms, wholeForms } from './forms';
import { PeopleBuilder, toPerson } from './people/people-builder';
import { PhoneNumbers } from './people/phone-numbers';
import { issueCard } from './places/cards';
import { largePlan } from './places/plans';
import { PlaceTree } from './places/tree';
import { SeededRandom } from './random';

const id = 'dajie';
const name = '大街社区';
/** On average two and a half live in a household. */
const peopleOfTwoHouseholds = 5;

/**
 * One community as large as a street, for what must not grow with it: 20 grids, households for so many people in lanes
 * of ten, a chief at all lanes but the last of each section, a card in all courtyards but the first of a grid, one
 * person in a hundred without a home. It has no history.
 */
export function buildLargeCommunity(wanted: number, now: Date): DemoCommunity {
  const numbers = new PhoneNumbers();
  const random = new SeededRandom(id);
  const tree = new PlaceTree(id, largePlan(wanted));
  const people = new PeopleBuilder(id, random.stream('people'), numbers);
  const appointment = { since: now, communityName: name };
  for (const [index, home] of tree.of('household').entries()) {
    const here =
      Math.floor(((index + 1) * peopleOfTwoHouseholds) / 2) - Math.floor((index * peopleOfTwoHouseholds) / 2);
    for (let count = 0; count < here; count += 1)
      people.add({ age: 'middle', kinds: ['resident'], ...(people.all.length % 100 < 99 && { home }) });
  }
  const neighbours = people.all.values();
  const next = () => {
    const person = neighbours.next().value;
    if (!person) throw new Error('too few people for the posts');
    return person;
  };
  const secretary = people.giveLogin(next(), 'secretary-large');
  people.appoint('secretary', secretary, appointment);
  for (const node of tree.of('grid'))
    for (const hat of ['gridWorker', 'gridLeader'] as const) people.appoint(hat, next(), { ...appointment, node });
  for (const node of tree.of('lane'))
    if (node !== node.above.at(-1)?.children.at(-1)) people.appoint('laneChief', next(), { ...appointment, node });
  const by = { personId: secretary.personId, name: secretary.name, phone: secretary.phone };
  const firsts = new Set(tree.of('grid').map((grid) => tree.of('courtyard').find((node) => node.above.includes(grid))));
  const cards = tree
    .of('courtyard')
    .filter((node) => !firsts.has(node))
    .map((node) => issueCard(node, { communityId: id, by, at: now, size: 'normal' }, random));
  const document = bareCommunity(
    { _id: id, name, street: '大街街道', branchName: `${name}党支部`, address: `${name}党群服务中心` },
    { tree, people, numbers },
  );
  return { document, tree, people, cards, extra: { visitPlans: plansOf(tree, people, now) } };
}

/** Every household's plan, as the first night makes it. */
function plansOf(tree: PlaceTree, people: PeopleBuilder, now: Date): readonly VisitPlan[] {
  const living = groupOf(
    people.all.map((person) => toPerson(person, id)),
    ({ home }) => home?.placeId,
  );
  const chiefs = groupOf(
    people.posts.filter(({ hat }) => hat === 'laneChief'),
    ({ placeId }) => placeId,
  );
  const sources = { policy: defaultVisitPolicy, today: dayText(now) };
  const households = tree.documents().filter(({ kind }) => kind === 'household');
  return households.map((place) =>
    planOf({
      ...sources,
      place,
      people: living.get(place._id) ?? [],
      chiefs: place.path.split('/').flatMap((above) => chiefs.get(above) ?? []),
    }),
  );
}

function groupOf<T>(all: readonly T[], keyOf: (one: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one) ?? '';
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** An environment with that one community, of so many people. */
export function createLargeEnvironment(people: number): DemoSource {
  return {
    load(database, _scale, now) {
      const community = buildLargeCommunity(people, now);
      const nothing = { month: '', loads: new Map(), openOrders: new Map(), now, inboxes: new Map() };
      for (const [collection, list] of standingDocuments(community, nothing))
        database.load(collection, stampForms(collection, list));
      database.load('forms', wholeForms);
    },
    personas: () => [
      { openid: 'secretary-large', name: '书记', hats: ['secretary'], communityId: id, communityName: name },
    ],
  };
}
