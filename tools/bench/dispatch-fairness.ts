import { suggestHelpers, type SuggestedOrder } from '../../cloudfunctions/core/order/matching/suggest';
import type { Helper } from '../../cloudfunctions/core/order/matching/helper';
import { SeededRandom } from '../../local/demo/random';
import type { VisitTime } from '../../miniprogram/contracts/order';
import type { Skill } from '../../miniprogram/contracts/skill';

/** A member of the simulation: whom they are to suggestions, and how likely they say yes, in percent. */
interface Simulated {
  readonly helper: Helper;
  readonly willing: number;
}

/** How evenly accepted orders lie upon members; 0 is all the same, 1 is all upon one. */
export interface Fairness {
  readonly members: number;
  readonly orders: number;
  readonly suggestedGini: number;
  readonly willingestGini: number;
  /** How many orders nobody accepted, and how often somebody was asked, by suggestions. */
  readonly refused: number;
  readonly offers: number;
}

const grids = 10;
const courtyardsOfGrid = 8;
const days = 120;
const dayMs = 86_400_000;
/** Suggestions know what was counted an hour ago: about as many orders come in an hour. */
const ordersBetweenCounts = 2;
/** Nobody asks on after so many said no. */
const mostAsked = 12;
const firstDay = Date.UTC(2026, 8, 1);
const categories: readonly Skill[] = ['repair', 'errand', 'escort', 'device', 'family', 'legal', 'counsel'];
const times: readonly VisitTime[] = ['today-afternoon', 'today-evening', 'saturday', 'any'];

function buildMembers(random: SeededRandom, count: number): readonly Simulated[] {
  return Array.from({ length: count }, (_, index) => {
    const gridId = `g${index % grids}`;
    const atWork: readonly VisitTime[] = random.percent(60) ? ['today-afternoon'] : [];
    const helper: Helper = {
      _id: `m${String(index).padStart(3, '0')}`,
      name: `m${index}`,
      skills: random.sample(categories, random.integer(1, 3)),
      free: random.sample(times, random.integer(1, 2)),
      atWork,
      reachable: true,
      home: { courtyardId: `${gridId}_c${random.integer(1, courtyardsOfGrid)}` },
      serves: { gridId },
    };
    return { helper, willing: random.integer(20, 95) };
  });
}

function buildOrder(random: SeededRandom): SuggestedOrder {
  const gridId = `g${random.integer(0, grids - 1)}`;
  return {
    category: random.pick(categories),
    when: random.pick(times),
    urgent: false,
    terms: {},
    offers: [],
    requester: { personId: 'requester' },
    place: { gridId, courtyardId: `${gridId}_c${random.integer(1, courtyardsOfGrid)}` },
  };
}

type Ranking = (order: SuggestedOrder, now: Date, counted: ReadonlyMap<string, number>) => readonly string[];

interface Outcome {
  readonly counts: ReadonlyMap<string, number>;
  readonly refused: number;
  readonly offers: number;
}

/** Each order is offered down the ranking until somebody says yes. The same seed brings the same orders and answers. */
function simulate(members: readonly Simulated[], orders: number, rank: Ranking): Outcome {
  const random = new SeededRandom('dispatch-fairness/orders');
  const total = new Map(members.map(({ helper }) => [helper._id, 0]));
  const willing = new Map(members.map(({ helper, willing: percent }) => [helper._id, percent]));
  let month = '';
  let ofMonth = new Map<string, number>();
  let counted: ReadonlyMap<string, number> = new Map();
  let refused = 0;
  let offers = 0;
  for (let index = 0; index < orders; index += 1) {
    const now = new Date(firstDay + Math.floor((index * days) / orders) * dayMs + 2 * 3_600_000);
    if (month !== now.toISOString().slice(0, 7)) {
      month = now.toISOString().slice(0, 7);
      ofMonth = new Map();
      counted = new Map();
    }
    if (index % ordersBetweenCounts === 0) counted = new Map(ofMonth);
    const order = buildOrder(random.stream(`order ${index}`));
    const answers = random.stream(`answers ${index}`);
    const asked = rank(order, now, counted).slice(0, mostAsked);
    const taker = asked.find((id) => {
      offers += 1;
      return answers.percent(willing.get(id) ?? 0);
    });
    if (taker === undefined) refused += 1;
    else {
      ofMonth.set(taker, (ofMonth.get(taker) ?? 0) + 1);
      total.set(taker, (total.get(taker) ?? 0) + 1);
    }
  }
  return { counts: total, refused, offers };
}

/** How unevenly amounts lie, 0 to 1. */
export function giniOf(amounts: readonly number[]): number {
  const sorted = [...amounts].sort((one, other) => one - other);
  const sum = sorted.reduce((all, amount) => all + amount, 0);
  if (sum === 0) return 0;
  const weighted = sorted.reduce((all, amount, index) => all + (2 * (index + 1) - sorted.length - 1) * amount, 0);
  return weighted / (sorted.length * sum);
}

const monthOf = (now: Date): string => now.toISOString().slice(0, 7);

/**
 * Simulates four months of a community, as its suggestions would dispatch them and as somebody would who asks the most
 * willing first, of those with the skill in the grid, then of those elsewhere.
 */
export function measureFairness(members = 232, orders = 2_000): Fairness {
  const all = buildMembers(new SeededRandom('dispatch-fairness/members'), members);
  let helpers: readonly Helper[] = [];
  let known: ReadonlyMap<string, number> | undefined;
  const suggested: Ranking = (order, now, counted) => {
    const month = monthOf(now);
    if (known !== counted)
      helpers = all.map(({ helper }) => ({ ...helper, load: { month, count: counted.get(helper._id) ?? 0 } }));
    known = counted;
    return suggestHelpers(order, helpers, now).map(({ memberId }) => memberId);
  };
  const willingest: Ranking = (order) =>
    all
      .filter(({ helper }) => helper.skills.some((skill) => skill === order.category))
      .sort((one, other) => near(order, other) - near(order, one) || other.willing - one.willing)
      .map(({ helper }) => helper._id);
  const near = (order: SuggestedOrder, { helper }: Simulated) => Number(helper.serves?.gridId === order.place.gridId);
  const ours = simulate(all, orders, suggested);
  const theirs = simulate(all, orders, willingest);
  return {
    members,
    orders,
    suggestedGini: giniOf([...ours.counts.values()]),
    willingestGini: giniOf([...theirs.counts.values()]),
    refused: ours.refused,
    offers: ours.offers,
  };
}
