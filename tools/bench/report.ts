import type { ColdStart } from './cold-start';
import type { DeskYear } from './desk-year';
import type { Endpoints } from './endpoints';
import type { Fairness } from './dispatch-fairness';
import type { Blocking } from './blocking';
import type { Opening } from './opening';
import type { Throughput } from './throughput';
import type { FirstPaint } from './first-paint';
import type { LargeDatabase } from './large-database';
import type { DatabaseRatio } from './local-database';
import type { MonthCost } from './month';
import type { PageCost } from './pages';
import type { TimerCost } from './timer';
import { tableOf } from '../table';

/** What was measured; parts that were not asked for are left out. */
export interface Report {
  readonly endpoints: readonly Endpoints[];
  readonly coldStart?: readonly ColdStart[] | undefined;
  readonly database?: LargeDatabase | undefined;
  readonly localDatabase?: readonly DatabaseRatio[] | undefined;
  readonly openings?: readonly Opening[] | undefined;
  readonly throughput?: readonly Throughput[] | undefined;
  readonly firstPaint?: FirstPaint | undefined;
  readonly blocking?: Blocking | undefined;
  readonly timer?: TimerCost | undefined;
  readonly month?: MonthCost | undefined;
  readonly deskYear?: DeskYear | undefined;
  readonly pages?: readonly PageCost[] | undefined;
  readonly fairness?: Fairness | undefined;
}

/** A warm call may take this many times as long as reading one document. */
const warmBudget = 3;
const endpointHead = [
  'endpoint',
  'runs',
  'reads',
  'writes',
  'examined',
  'returned',
  'bytes',
  'p50 ms',
  'p99 ms',
  '× one document',
];

/** The calls of one size of history, beside the baselines of the same run. */
export function printEndpoints({ scale, nothingMs, oneDocumentMs, rows, faults }: Endpoints): void {
  const baselines = [
    `nothing p50 ${nothingMs.p50} p99 ${nothingMs.p99} ms`,
    `one document p50 ${oneDocumentMs.p50} p99 ${oneDocumentMs.p99} ms`,
  ];
  console.log(`\nendpoints at ${scale} × the demo data; baselines of this run: ${baselines.join(', ')}`);
  const shown = rows.map((row) => [
    row.label,
    row.runs,
    row.reads,
    row.writes,
    row.examined,
    row.returned,
    row.replyBytes,
    row.p50Ms,
    row.p99Ms,
    Math.round((row.p50Ms / oneDocumentMs.p50) * 10) / 10,
  ]);
  console.log(tableOf(endpointHead, shown));
  const slow = rows.filter(({ p50Ms }) => p50Ms > warmBudget * oneDocumentMs.p50).map(({ label }) => label);
  console.log(`over ${warmBudget} × one document: ${slow.length === 0 ? 'none' : slow.join(', ')}`);
  console.log(`over a budget of counts: ${faults.length === 0 ? 'none' : `\n  ${faults.join('\n  ')}`}`);
}

function printColdStart(rows: readonly ColdStart[]): void {
  for (const { node, emptyMs, apiMs, ratio } of rows)
    console.log(
      `\ncold start on Node ${node}: first answer of api ${apiMs} ms, of an empty function with the SDK ` +
        `${emptyMs} ms: ${ratio} (budget 0.5)`,
    );
}

function printDatabase(database: LargeDatabase): void {
  const times = [
    `open ${database.openMs} ms`,
    `doc.get p50 ${database.getP50} ms, an empty round trip ${database.emptyRoundTripP50} ms`,
    `an indexed query of 20 p50 ${database.queryOf20P50} ms`,
  ];
  console.log(`\n${database.documents} documents: ${times.join('; ')}`);
  const { queryExamined, queryExaminedInSmall } = database;
  console.log(
    `that query examines ${queryExamined} documents, in a hundredth of the collection ${queryExaminedInSmall}`,
  );
}

function printOpenings(rows: readonly Opening[]): void {
  for (const { documents, openMs, megabytes } of rows)
    console.log(`a database of ${documents} documents opens and answers in ${openMs} ms, with ${megabytes} MB`);
}

function printThroughput(rows: readonly Throughput[]): void {
  const each = rows.map(({ name, callsASecond }) => `${name} ${callsASecond}`).join(', ');
  console.log(`\neight people at once, calls a second: ${each}`);
}

function printLocalDatabase(rows: readonly DatabaseRatio[]): void {
  console.log('\nthe local database over raw libsql, processor time of one request');
  const head = ['request', 'raw µs', 'local µs', '×', 'budget'];
  console.log(
    tableOf(
      head,
      rows.map(({ request, rawMicroseconds, localMicroseconds, ratio, budget }) => [
        request,
        Math.round(rawMicroseconds),
        Math.round(localMicroseconds),
        ratio,
        budget,
      ]),
    ),
  );
}

function printTimer({ people, runsADay, idleReads, nightCalls, callsAMonth, budget }: TimerCost): void {
  const runs = `${runsADay} runs a day with ${idleReads} read each, ${nightCalls} calls a night`;
  console.log(`\ntimer, ${people} people, nothing happens: ${runs}; ${callsAMonth} a month (budget ${budget})`);
}

/** A day of the month, as soon as it is over. */
export function printDay(day: number, calls: number): void {
  console.log(`day ${day}: ${calls} calls`);
}

function printMonth(month: MonthCost): void {
  const { communities, people, orders, days, runs, idleRuns, reads, writes } = month;
  const what = `${communities} communities of ${people} people and ${orders} orders, ${days} days of the timer`;
  const of = `${runs} runs (${idleRuns} of one read), ${reads} reads, ${writes} writes`;
  const each = `${month.calls} calls, ${month.callsOfCommunity} each; the largest run ${month.largestRun} requests`;
  console.log(
    `\n${what}: ${of}; ${each}; refused: ${month.refusals.length === 0 ? 'none' : month.refusals.join('; ')}`,
  );
}

function printDeskYear({ communities, orders, rows }: DeskYear): void {
  console.log(`\ndesks of ${communities} communities with ${orders} orders of a year`);
  const head = ['call', 'reads', 'writes', 'examined', 'returned', 'bytes'];
  console.log(
    tableOf(
      head,
      rows.map((row) => [row.call, row.reads, row.writes, row.examined, row.returned, row.bytes]),
    ),
  );
}

function printFirstPaint({ homeMs, homeFilledMs, emptyMs, budgetMs }: FirstPaint): void {
  const home = `home ${homeMs} ms (filled ${homeFilledMs} ms, budget ${budgetMs})`;
  console.log(`\nfirst paint: ${home}, an empty page ${emptyMs} ms`);
}

function printBlocking({ homeTaskMs, emptyTaskMs, homeBlockingMs, emptyBlockingMs }: Blocking): void {
  const ratio = (home: number, empty: number) => (home / Math.max(1, empty)).toFixed(1);
  const floor = `an empty mini-program ${emptyTaskMs}, ratio ${ratio(homeTaskMs, emptyTaskMs)}`;
  const work = `${homeTaskMs} ms of work (${floor})`;
  const blocked = `${homeBlockingMs} ms blocked (${emptyBlockingMs}, ratio ${ratio(homeBlockingMs, emptyBlockingMs)})`;
  console.log(`\nhome at a quarter of the speed: ${work}, ${blocked}; target ratio 2`);
}

function printPages(pages: readonly PageCost[]): void {
  const rows = pages.map((page) => [
    page.name,
    page.nodes,
    page.depth,
    page.setDataCalls,
    page.largestSetDataBytes,
    page.calls,
    page.fits ? 'yes' : 'no',
  ]);
  console.log(`\n${tableOf(['page', 'nodes', 'depth', 'setData', 'bytes', 'calls', 'fits'], rows)}`);
}

function printFairness({ members, orders, suggestedGini, willingestGini, offers }: Fairness): void {
  const [ours, theirs] = [suggestedGini, willingestGini].map((gini) => Math.round(gini * 100) / 100);
  console.log(
    `\nload of ${members} members after ${orders} orders: Gini ${ours} by suggestions, ${theirs} with the most ` +
      `willing first (budget: half of it); ${Math.round((offers / orders) * 10) / 10} asked for an order`,
  );
}

/** Everything beside the endpoints, which are printed as soon as each is measured. */
export function printOthers(report: Report): void {
  const {
    coldStart,
    database,
    localDatabase,
    openings,
    throughput,
    firstPaint,
    blocking,
    timer,
    month,
    deskYear,
    pages,
    fairness,
  } = report;
  if (timer) printTimer(timer);
  if (month) printMonth(month);
  if (deskYear) printDeskYear(deskYear);
  if (coldStart) printColdStart(coldStart);
  if (database) printDatabase(database);
  if (localDatabase) printLocalDatabase(localDatabase);
  if (openings) printOpenings(openings);
  if (throughput) printThroughput(throughput);
  if (firstPaint) printFirstPaint(firstPaint);
  if (blocking) printBlocking(blocking);
  if (pages) printPages(pages);
  if (fairness) printFairness(fairness);
}
