import type { Builtin } from '../../../support/builtin';
import { asRecord, asList, asText, clamp } from '../../../support/values';
import type { PickerSession } from './modes';
import type { Column } from './sheet';

/** Provinces, cities and districts by their 6-digit codes of GB/T 2260. */
interface Areas {
  readonly province_list: Record<string, string>;
  readonly city_list: Record<string, string>;
  readonly county_list: Record<string, string>;
}

interface Choice {
  readonly code: string;
  readonly name: string;
}

const depths: Readonly<Record<string, number>> = { province: 1, city: 2, region: 3, 'sub-district': 3 };
const labels = ['省', '市', '区县'] as const;

/** What a column offers below the choices to its left; the page's `custom-item` is the first of each. */
function choicesAt(areas: Areas, chosen: readonly Choice[], level: number, custom: string): Choice[] {
  const parent = chosen[level - 1];
  const own = custom === '' ? [] : [{ code: '', name: custom }];
  if (level > 0 && (parent === undefined || parent.code === '')) return own;
  const list = [areas.province_list, areas.city_list, areas.county_list][level] ?? {};
  const prefix = parent?.code.slice(0, level * 2) ?? '';
  const found = Object.entries(list)
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, name]) => ({ code, name }));
  return [...own, ...found];
}

class Regions {
  private chosen: Choice[] = [];

  constructor(
    private readonly areas: Areas,
    private readonly depth: number,
    private readonly custom: string,
  ) {}

  /** Chooses in each column the index that `pick` answers, and answers the columns to show. */
  choose(pick: (level: number, offered: readonly Choice[]) => number): Column[] {
    const chosen: Choice[] = [];
    const columns: Column[] = [];
    for (let level = 0; level < this.depth; level += 1) {
      const offered = choicesAt(this.areas, chosen, level, this.custom);
      const index = clamp(pick(level, offered), 0, Math.max(0, offered.length - 1));
      chosen.push(offered[index] ?? { code: '', name: '' });
      columns.push({ label: labels[level] ?? '', items: offered.map(({ name }) => name), index });
    }
    this.chosen = chosen;
    return columns;
  }

  /** Turns the columns; those to the right of a changed one go back to their first entry. */
  turn(indices: readonly number[]): Column[] {
    const before = this.chosen;
    let isUnchanged = true;
    return this.choose((level, offered) => {
      if (!isUnchanged) return 0;
      const index = indices[level] ?? 0;
      if (offered[index]?.code !== before[level]?.code) isUnchanged = false;
      return index;
    });
  }

  result(): { value: string[]; code: string[]; postcode: string } {
    return { value: this.chosen.map(({ name }) => name), code: this.chosen.map(({ code }) => code), postcode: '' };
  }
}

/** The list is large and few pages need it, so that it is a file of its own. */
const areasUrl = '/built/areas.js';

const names = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(asRecord(value)).map(([code, name]) => [code, asText(name)]));

async function loadAreas(): Promise<Areas> {
  const loaded: unknown = await import(areasUrl);
  const list = asRecord(asRecord(loaded)['areaList']);
  return {
    province_list: names(list['province_list']),
    city_list: names(list['city_list']),
    county_list: names(list['county_list']),
  };
}

export async function region(builtin: Builtin): Promise<PickerSession> {
  const regions = new Regions(await loadAreas(), depths[builtin.text('level')] ?? 3, builtin.text('customItem'));
  const before = asList(builtin.value('value')).map((name) => asText(name));
  const columns = regions.choose((level, offered) => offered.findIndex(({ name }) => name === before[level]));
  return {
    columns,
    onTurn: (_column, indices) => regions.turn(indices),
    result: (indices) => {
      regions.turn(indices);
      const result = regions.result();
      return { value: result.value, detail: result };
    },
  };
}
