import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tellingLines } from './telling-lines';

/**
 * After a run: nothing that the functions printed in it may tell of anybody.
 * @throws Error with the lines that do, which fails the run
 */
export default function endRun(): void {
  const output = process.env['LOCAL_CLOUD_OUTPUT'] ?? '';
  const printed = existsSync(output) ? readFileSync(output, 'utf8').split('\n') : [];
  const folder = process.env['LIANXIN_RUN_FOLDER'];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  const telling = tellingLines(printed);
  if (telling.length > 0)
    throw new Error(`functions logged what tells of somebody:\n${telling.slice(0, 20).join('\n')}`);
}
