/**
 * `verify.js` of an archive: `node verify.js` verifies every book of `archive.json` beside it, `--slip <code>` one
 * slip. It is bundled into one file that needs nothing but Node.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArchive } from '../../cloudfunctions/core/passbook/slip/archive';
import { verifyArchive } from '../../cloudfunctions/core/passbook/slip/verify-archive';
import { verifySlip } from '../../cloudfunctions/core/passbook/slip/verify-slip';

const archive = parseArchive(readFileSync(path.join(__dirname, 'archive.json'), 'utf8'));
const at = process.argv.indexOf('--slip');
const code = at === -1 ? undefined : process.argv[at + 1];
const { right, wrong } = code === undefined ? verifyArchive(archive) : verifySlip(archive, { code });
for (const line of right) console.log(`right: ${line}`);
console.log(wrong === null ? 'the archive holds' : `wrong: ${wrong}`);
process.exitCode = wrong === null ? 0 : 1;
