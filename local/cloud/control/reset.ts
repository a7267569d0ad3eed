import { createReadStream } from 'node:fs';
import { idIndexName } from '../database/storage/catalog';
import type { CloudServices } from '../services';

/**
 * Creates the collections and indexes that the manifest declares and that are missing. Indexes that an earlier manifest
 * declared and this one does not are dropped first, so that there is room.
 */
export function applyManifest(services: CloudServices): void {
  const present = new Map(services.database.describe().map(({ name, indexes }) => [name, indexes]));
  for (const collection of services.options.manifest?.collections ?? []) {
    const known = new Set([idIndexName, ...collection.indexes.map(({ name }) => name)]);
    const there = present.get(collection.name);
    if (!there) services.database.createCollection(collection.name);
    for (const { name, declared } of there ?? [])
      if (declared !== false && !known.has(name)) services.database.dropIndex(collection.name, name);
    for (const index of collection.indexes) services.database.createIndex(collection.name, index);
  }
}

export async function loadDemo(services: CloudServices, scale: number): Promise<void> {
  const { demo } = services.options;
  await demo?.load(services.database, scale, services.clock.now());
  await Promise.all(
    (demo?.files?.() ?? []).map(({ cloudPath, file }) => services.storage.write(cloudPath, createReadStream(file))),
  );
  services.state.value.demoLoaded = true;
  services.state.save();
}

/**
 * Everything as on the first start, except the clock, which stays where it was set. Functions start cold, unless their
 * instances are kept.
 */
export async function resetCloud(services: CloudServices, scale: number): Promise<void> {
  services.scheduler.clearScheduled();
  services.faults.clear();
  services.traces.clear();
  services.presence.clear();
  services.subscriptions.sent.length = 0;
  services.storage.clear();
  services.database.reset();
  services.state.reset();
  if (!services.options.keptInstances) await services.functions.coldStart();
  applyManifest(services);
  await loadDemo(services, scale);
}
