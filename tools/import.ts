/**
 * `npm run import -- <file> --kind <kind> [--area-code 0351] [--json]`: what the product makes of a spreadsheet, by the
 * code that imports it, without writing anything. With `--json` one document on standard output, in the format of
 * `tests/imports/README.md`; else a line for each row that is not taken, and what is said of those that are.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readFile } from '../cloudfunctions/core/import/read-file';
import { importKinds, type ImportKind } from '../miniprogram/contracts/import-row';
import { isEntry } from './entry';
import { describeReading } from './import/describe-reading';
import { reportLines } from './import/report-lines';

const options = { kind: { type: 'string' }, 'area-code': { type: 'string' }, json: { type: 'boolean' } } as const;
const usage = `npm run import -- <file> --kind ${importKinds.join('|')} [--area-code 0351] [--json]`;

function isKind(kind: string | undefined): kind is ImportKind {
  return importKinds.some((one) => one === kind);
}

/** @returns the lines to print @throws of arguments that name no file or kind, and of a file that cannot be read */
export async function runImport(args: readonly string[]): Promise<readonly string[]> {
  const { values, positionals } = parseArgs({ options, args: [...args], allowPositionals: true });
  const [file, ...others] = positionals;
  const { kind, json = false, 'area-code': areaCode = '0351' } = values;
  if (file === undefined || others.length > 0) throw new Error(`name one file: ${usage}`);
  if (!isKind(kind)) throw new Error(`say what the file holds: ${usage}`);
  if (!/^0(?:10|2\d|[3-9]\d\d)$/.test(areaCode)) throw new Error(`--area-code is like 0351 or 010: ${usage}`);
  const reading = await readFile(kind, readFileSync(file), areaCode);
  return json ? [JSON.stringify(describeReading(reading), null, 1)] : reportLines(reading);
}

if (isEntry(__filename)) {
  runImport(process.argv.slice(2)).then(
    (lines) => lines.forEach((line) => console.log(line)),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 2;
    },
  );
}
