/**
 * `npm run bench`: the budgets as a table, `--json` as JSON. `--scales 1,10,100` says how many times the demo data,
 * `--rounds 10` how often each call is made, `--only endpoints,cold,database,paint,pages` which parts.
 */
import { parseArgs } from 'node:util';
import { measureColdStart } from './bench/cold-start';
import { measureEndpoints, type Endpoints } from './bench/endpoints';
import { measureFirstPaint } from './bench/first-paint';
import { measureLargeDatabase } from './bench/large-database';
import { measurePages } from './bench/pages';
import { tableOf } from './table';

const warmBudget = 3;

function printEndpoints({ scale, nothingMs, oneDocumentMs, rows, faults }: Endpoints): void {
  console.log(
    `\nendpoints at ${scale} × the demo data; floors of this run: nothing p50 ${nothingMs.p50} p99 ${nothingMs.p99} ms, one document p50 ${oneDocumentMs.p50} p99 ${oneDocumentMs.p99} ms`,
  );
  const head = [
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
  console.log(tableOf(head, shown));
  const slow = rows.filter(({ p50Ms }) => p50Ms > warmBudget * oneDocumentMs.p50).map(({ label }) => label);
  console.log(`over ${warmBudget} × one document: ${slow.length === 0 ? 'none' : slow.join(', ')}`);
  console.log(`over a budget of counts: ${faults.length === 0 ? 'none' : `\n  ${faults.join('\n  ')}`}`);
}

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      scales: { type: 'string', default: '1,10,100' },
      rounds: { type: 'string', default: '10' },
      only: { type: 'string', default: 'endpoints,cold,database,paint,pages' },
    },
  });
  const parts = new Set(values.only.split(','));
  const endpoints: Endpoints[] = [];
  for (const scale of parts.has('endpoints') ? values.scales.split(',').map(Number) : []) {
    const measured = await measureEndpoints(scale, Number(values.rounds), endpoints[0]);
    endpoints.push(measured);
    if (!values.json) printEndpoints(measured);
  }
  const coldStart = parts.has('cold') ? await measureColdStart() : undefined;
  const database = parts.has('database') ? await measureLargeDatabase() : undefined;
  const firstPaint = parts.has('paint') ? await measureFirstPaint() : undefined;
  const pages = parts.has('pages') ? await measurePages() : undefined;
  if (values.json) console.log(JSON.stringify({ endpoints, coldStart, database, firstPaint, pages }, undefined, 2));
  else {
    if (coldStart)
      console.log(
        `\ncold start: wx-server-sdk alone ${coldStart.sdkMs} ms, api adds ${coldStart.apiAddsMs} ms (budget ${coldStart.budgetMs})`,
      );
    if (database) {
      console.log(
        `\n${database.documents} documents: open ${database.openMs} ms; doc.get p50 ${database.getP50} ms, an empty round trip ${database.emptyRoundTripP50} ms; an indexed query of 20 p50 ${database.queryOf20P50} ms`,
      );
      console.log(
        `that query examines ${database.queryExamined} documents, in a hundredth of the collection ${database.queryExaminedInSmall}`,
      );
    }
    if (firstPaint)
      console.log(
        `\nfirst paint: home ${firstPaint.homeMs} ms (filled ${firstPaint.homeFilledMs} ms, budget ${firstPaint.budgetMs}), an empty page ${firstPaint.emptyMs} ms`,
      );
    if (pages)
      console.log(
        `\n${tableOf(
          ['page', 'nodes', 'depth', 'setData', 'bytes', 'calls', 'fits'],
          pages.map((page) => [
            page.name,
            page.nodes,
            page.depth,
            page.setDataCalls,
            page.largestSetDataBytes,
            page.calls,
            page.fits ? 'yes' : 'no',
          ]),
        )}`,
      );
  }
  return endpoints.some(({ faults }) => faults.length > 0) ? 1 : 0;
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
