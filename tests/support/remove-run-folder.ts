import { rmSync } from 'node:fs';

/** After a run. */
export default function removeRunFolder(): void {
  const folder = process.env['LIANXIN_RUN_FOLDER'];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
