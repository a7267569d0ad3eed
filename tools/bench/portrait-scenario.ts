import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import path from 'node:path';
import type { BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { measuredCalls } from './scenario';

const worker = 'worker-zhao';
const photo = path.resolve(__dirname, '../../local/demo/photos/lamp-lit.jpg');

/** A grid worker's picture goes onto the cards of their grid, and is taken back. */
export async function showWorker(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const answer = await fetch(`${environment.cloud.url}/local/files/photos/measured-portrait.jpg`, {
    method: 'POST',
    headers: { 'x-openid': worker },
    body: readFileSync(photo),
  });
  const { fileID }: { fileID?: unknown } = await answer.json();
  if (typeof fileID !== 'string') throw new Error(`the picture was not stored: ${answer.status}`);
  await call(worker, 'person.setPortrait', { fileId: fileID, agreed: true, requestId: newRequestId() });
  await call(worker, 'person.getPortrait', {});
  await whenChecked(environment);
  await call(worker, 'person.removePortrait', { requestId: newRequestId() });
}

/** The check's answer is a write of its own, which would meet the next one on a machine that is busy. */
async function whenChecked(environment: BenchEnvironment): Promise<void> {
  for (;;) {
    const { data } = await environment.call(worker, 'person.getPortrait', {});
    if (data.state !== 'checking') return;
    await setTimeout(200);
  }
}
