import type { ExportSort } from '../../../../miniprogram/contracts/export';

/** A row of a list of people by what it is sorted. */
export interface NamedRow {
  readonly name: string;
  /** How the surname is read, without tone. */
  readonly surnameKey: string;
  readonly cells: readonly string[];
  /** Whose number stands in it; absent where none does. */
  readonly ownerId?: string;
}

const strokes = (): Intl.Collator => new Intl.Collator('zh-u-co-stroke');
const pinyin = (): Intl.Collator => new Intl.Collator('zh-u-co-pinyin');

/** Whether this machine has the order of strokes (CLDR's), which a Node without all of ICU lacks. */
export function hasStrokes(): boolean {
  return strokes().resolvedOptions().collation === 'stroke';
}

/**
 * People by name: as the surname is read, which `Intl` alone gets wrong, then by the rest of the name; or by strokes.
 * Nobody stays last.
 */
export function sortRows<Row extends NamedRow>(rows: readonly Row[], sort: ExportSort): readonly Row[] {
  const collator = sort === 'strokes' ? strokes() : pinyin();
  const byName = (one: Row, other: Row): number => collator.compare(one.name, other.name);
  return [...rows].sort((one, other) => {
    if ((one.name === '') !== (other.name === '')) return one.name === '' ? 1 : -1;
    if (sort === 'pinyin' && one.surnameKey !== other.surnameKey) return one.surnameKey < other.surnameKey ? -1 : 1;
    return byName(one, other);
  });
}
