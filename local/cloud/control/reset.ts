import { createReadStream } from 'node:fs';
import type { Parts } from '../services';

/** Makes what the manifest declares and is not there yet. */
export function applyManifest(parts: Parts): void {
  const present = new Set(parts.database.describe().map((collection) => collection.name));
  for (const collection of parts.options.manifest?.collections ?? []) {
    if (!present.has(collection.name)) parts.database.createCollection(collection.name);
    for (const index of collection.indexes) parts.database.createIndex(collection.name, index);
  }
}

export async function loadDemo(parts: Parts, scale: number): Promise<void> {
  const { demo } = parts.options;
  await demo?.load(parts.database, scale, parts.clock.now());
  await Promise.all(
    (demo?.files?.() ?? []).map(({ cloudPath, file }) => parts.storage.write(cloudPath, createReadStream(file))),
  );
  parts.state.value.demoLoaded = true;
  parts.state.save();
}

/** Everything as on the first start, except the clock, which stays where it was set. Functions start cold. */
export async function resetCloud(parts: Parts, scale: number): Promise<void> {
  parts.scheduler.clearAppointments();
  parts.faults.clear();
  parts.traces.clear();
  parts.presence.clear();
  parts.subscriptions.sent.length = 0;
  parts.storage.clear();
  parts.database.reset();
  parts.state.reset();
  await parts.functions.coldStart();
  applyManifest(parts);
  await loadDemo(parts, scale);
}
