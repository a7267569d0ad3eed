/**
 * `npm run bench`: the budgets as a table, `--json` as JSON. `--scales 1,10,100` says how many times the demo data,
 * `--rounds 10` how often each call is made,
 * `--only endpoints,cold,database,throughput,paint,pages,timer,fairness` which parts.
 * `--only desk-year` asks the desks of 100 communities with a year of 500,000 orders: half an hour to fill.
 * `--only month` runs the timer of `--communities 1000` for `--days 30`: hours, and no part of the others.
 */
import { parseArgs } from 'node:util';
import { measureColdStart } from './bench/cold-start';
import { measureFairness } from './bench/dispatch-fairness';
import { measureDeskYear } from './bench/desk-year';
import { measureEndpoints, type Endpoints } from './bench/endpoints';
import { measureBlocking } from './bench/blocking';
import { measureFirstPaint } from './bench/first-paint';
import { measureLargeDatabase } from './bench/large-database';
import { measureLocalDatabase } from './bench/local-database';
import { measureMonth } from './bench/month';
import { measureOpening } from './bench/opening';
import { measurePages } from './bench/pages';
import { peersTable, readPeers } from './bench/peers';
import { packageSizes } from './size';
import { measureThroughput } from './bench/throughput';
import { measureTimer } from './bench/timer';
import { printDay, printEndpoints, printOthers, type Report } from './bench/report';

/** As many as a community in docs/deploy.md has. */
const peopleOfCommunity = 5_000;

function mainPackageKB(): number {
  return Math.round((packageSizes().find(({ name }) => name === 'main')?.bytes ?? 0) / 1024);
}

function readJsonPeers(): object {
  const { callsOf, ...peers } = readPeers();
  return {
    ...peers,
    callsOf: Object.fromEntries(callsOf),
    mainPackageKB: { ...peers.mainPackageKB, 'this run': mainPackageKB() },
  };
}

/** 500,000 orders together. */
const yearOfOrders = { communities: 100, orders: 5_000 };

/** What the command line asks for. */
function parseOptions() {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      scales: { type: 'string', default: '1,10,100' },
      rounds: { type: 'string', default: '10' },
      communities: { type: 'string', default: '1000' },
      days: { type: 'string', default: '30' },
      only: { type: 'string', default: 'endpoints,cold,database,throughput,paint,pages,timer,fairness' },
    },
  });
  const parts = new Set(values.only.split(','));
  return {
    json: values.json,
    scales: parts.has('endpoints') ? values.scales.split(',').map(Number) : [],
    rounds: Number(values.rounds),
    communities: Number(values.communities),
    days: Number(values.days),
    parts,
  };
}

async function run(): Promise<number> {
  const { json, scales, rounds, parts, communities, days } = parseOptions();
  const many = { communities, people: 50, orders: 100 };
  const endpoints: Endpoints[] = [];
  for (const scale of scales) {
    const measured = await measureEndpoints(scale, rounds, endpoints[0]);
    endpoints.push(measured);
    if (!json) printEndpoints(measured);
  }
  const report: Report = {
    endpoints,
    coldStart: parts.has('cold') ? await measureColdStart() : undefined,
    database: parts.has('database') ? await measureLargeDatabase() : undefined,
    localDatabase: parts.has('database') ? await measureLocalDatabase() : undefined,
    openings: parts.has('database') ? await measureOpening() : undefined,
    throughput: parts.has('throughput') ? await measureThroughput() : undefined,
    firstPaint: parts.has('paint') ? await measureFirstPaint() : undefined,
    blocking: parts.has('paint') ? await measureBlocking() : undefined,
    timer: parts.has('timer') ? await measureTimer(peopleOfCommunity) : undefined,
    month: parts.has('month') ? await measureMonth(many, days, json ? undefined : printDay) : undefined,
    deskYear: parts.has('desk-year') ? await measureDeskYear(yearOfOrders) : undefined,
    pages: parts.has('pages') ? await measurePages() : undefined,
    fairness: parts.has('fairness') ? measureFairness() : undefined,
  };
  if (json) console.log(JSON.stringify({ ...report, peers: readJsonPeers() }, undefined, 2));
  else printOthers(report);
  const [first] = endpoints;
  if (!json && first) console.log(`\n${peersTable(readPeers(), first.rows, mainPackageKB())}`);
  return endpoints.some(({ faults }) => faults.length > 0) ? 1 : 0;
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
