import { readStatedCosts } from './costs';
import type { Row } from './measurements';

/** Lists whose page fills as history grows: they look at no more than a full page, however much there is. */
const filling: ReadonlySet<string> = new Set([
  'order.listMine (closed)',
  'order.listOffers (closed)',
  'order.search (name)',
  'passbook.get (service)',
  'passbook.get (organization)',
  'passbook.get (of another)',
  'reward.list',
  // So many months as there are, thirteen at most.
  'brief.get',
  'file.printBrief',
  // Which of the day's slots that it asks about are taken, goes by the request; never more than it asks about.
  'order.create',
]);

const costs = readStatedCosts();

/** The endpoint of a label: `order.listMine (closed)` is a call of `order.listMine`. */
function endpointOf(label: string): string {
  return label.split(' ')[0] ?? '';
}

/** Whether a call walks whole books or whole branches: it is counted by their lines and people. */
function grows(label: string): boolean {
  return costs.get(endpointOf(label)) === 'grows';
}

/** A page of 20 lines and one more, each with an annotation; two heads, the login, and a line by hand. */
const fullPage = 46;
const replyBytes = 64 * 1024;

/** What a call did beyond what its endpoint's docblock states; empty when it held. */
export function overBudget(row: Row): string[] {
  const cost = costs.get(endpointOf(row.label));
  if (cost === 'grows') return [];
  if (cost === undefined) return [`${row.label} states no cost`];
  const limits = { ...cost, examined: 2 * row.returned + 2, replyBytes };
  return (['reads', 'writes', 'examined', 'replyBytes'] as const).flatMap((count) =>
    row[count] > limits[count] ? [`${row.label}: ${count} ${row[count]} > ${limits[count]}`] : [],
  );
}

/** Endpoints whose docblock states more than any of their calls cost, and endpoints that were not called at all. */
export function overstated(rows: readonly Row[]): string[] {
  return [...costs].flatMap(([name, cost]) => {
    const own = rows.filter(({ label }) => endpointOf(label) === name);
    if (own.length === 0) return [`${name} was not called`];
    if (cost === 'grows') return [];
    return (['reads', 'writes'] as const).flatMap((count) => {
      const measured = Math.max(...own.map((row) => row[count]));
      return measured < cost[count] ? [`${name} states ${cost[count]} ${count}, and takes ${measured}`] : [];
    });
  });
}

/** Where more history makes a call look at more documents. */
export function growthFaults(little: readonly Row[], much: readonly Row[]): string[] {
  return much.flatMap((row) => {
    const before = little.find(({ label }) => label === row.label);
    if (before === undefined || grows(row.label)) return [];
    const most = filling.has(row.label) ? Math.max(before.examined, fullPage) : before.examined;
    return row.examined > most ? [`${row.label}: examined ${before.examined} → ${row.examined}`] : [];
  });
}
