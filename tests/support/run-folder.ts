import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Before a run: a folder for what its processes share, so that none makes again what another has made. */
export default function makeRunFolder(): void {
  process.env['LIANXIN_RUN_FOLDER'] = mkdtempSync(path.join(os.tmpdir(), 'lianxin-run-'));
}
