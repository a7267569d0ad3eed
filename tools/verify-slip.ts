/**
 * `npm run verify-slip -- --archive <file> --slip <code>`: verifies a slip against a community's archive, without
 * network or private key. `--signature` proves that it was printed by whoever holds the key, `--key`, once for each,
 * names the public keys as somebody has them on paper. It says what is right, and names the first thing that is not.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseArchive } from '../cloudfunctions/core/passbook/slip/archive';
import { verifySlip } from '../cloudfunctions/core/passbook/slip/verify-slip';
import { isEntry } from './entry';

const options = {
  archive: { type: 'string' },
  slip: { type: 'string' },
  signature: { type: 'string' },
  key: { type: 'string', multiple: true },
} as const;

/** @returns whether everything is right */
export function runVerifySlip(args: readonly string[], say: (line: string) => void): boolean {
  const { archive, slip, signature, key } = parseArgs({ options, args: [...args] }).values;
  if (archive === undefined || slip === undefined)
    throw new Error('say which archive and slip: npm run verify-slip -- --archive <file> --slip <code>');
  const question = { code: slip, signature, publicKeys: key };
  const { right, wrong } = verifySlip(parseArchive(readFileSync(archive, 'utf8')), question);
  for (const line of right) say(`right: ${line}`);
  say(wrong === null ? 'the slip and the archive agree' : `wrong: ${wrong}`);
  return wrong === null;
}

if (isEntry(__filename)) {
  try {
    if (!runVerifySlip(process.argv.slice(2), (line) => console.log(line))) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
