import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { StoredPhoto } from '../../cloudfunctions/core/order/document/order';
import type { DemoFile } from '../cloud';
import { fileIdOf } from '../cloud/storage/paths';

/** Drawn for the demo: nobody's home, no face, no door plate. */
const folder = path.join(__dirname, 'photos');
const cloudPathOf = (name: string): string => `demo/${name}.jpg`;

/** Every picture, and where the cloud's storage holds it. */
export function photoFiles(): readonly DemoFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jpg'))
    .map((name) => ({ cloudPath: cloudPathOf(path.parse(name).name), file: path.join(folder, name) }));
}

/** A picture that passed its content check. */
function shown(name: string): StoredPhoto {
  return { fileId: fileIdOf(cloudPathOf(name)), traceId: null, state: 'shown' };
}

interface Pictured {
  /** Taken by who asks. */
  readonly asked?: string;
  /** Taken by who did it. */
  readonly mended?: string;
}

/** What people take a picture of, by the words that they ask with. */
const pictured: Readonly<Partial<Record<string, Pictured>>> = {
  '厨房水管漏水，地上都是水': { asked: 'sink-leaking', mended: 'sink-mended' },
  卫生间的灯不亮了: { asked: 'lamp-dark', mended: 'lamp-lit' },
  '楼道声控灯坏了，晚上看不见': { asked: 'lamp-dark', mended: 'lamp-lit' },
  '门锁转不动，怕锁在外面': { mended: 'lock-mended' },
  电视没有信号: { mended: 'television-working' },
};

export function photosOfAsking(words: string): readonly StoredPhoto[] {
  const name = pictured[words]?.asked;
  return name === undefined ? [] : [shown(name)];
}

export function photosOfFinish(words: string): readonly StoredPhoto[] {
  const name = pictured[words]?.mended;
  return name === undefined ? [] : [shown(name)];
}
