import type { Typist } from './typing';

/** Where things are is no secret. */
export async function plantPlaces({ text, write }: Typist): Promise<void> {
  const lane = { kind: 'lane', parentId: 'qinghe_g1_s1', name: text('place.create.name') };
  await write('o_secretary', 'place.create', lane);
  const saved = { placeId: 'qinghe_g1_c2', version: 0, name: text('place.save.name') };
  await write('o_secretary', 'place.save', saved);
}
