import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Before a run: a folder for what its processes share, so that none makes again what another has made. */
export default function makeRunFolder(): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lianxin-run-'));
  process.env['LIANXIN_RUN_FOLDER'] = folder;
  process.env['LOCAL_CLOUD_OUTPUT'] = path.join(folder, 'function-output.log');
}
