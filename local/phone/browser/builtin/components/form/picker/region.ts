import type { Part } from '../../../support/part';
import { asBag, asList, asText, limit } from '../../../support/values';
import type { Session } from './modes';
import type { Column } from './sheet';

/** Provinces, cities and districts by their 6-digit codes of GB/T 2260. */
interface Areas {
  province_list: Record<string, string>;
  city_list: Record<string, string>;
  county_list: Record<string, string>;
}

interface Choice {
  code: string;
  name: string;
}

const depths: Readonly<Record<string, number>> = { province: 1, city: 2, region: 3, 'sub-district': 3 };
const labels = ['省', '市', '区县'] as const;

/** What each column offers below the choices to its left; the page's `custom-item` stands first in each. */
function offer(areas: Areas, chosen: readonly Choice[], level: number, custom: string): Choice[] {
  const above = chosen[level - 1];
  const own = custom === '' ? [] : [{ code: '', name: custom }];
  if (level > 0 && (above === undefined || above.code === '')) return own;
  const list = [areas.province_list, areas.city_list, areas.county_list][level] ?? {};
  const prefix = above?.code.slice(0, level * 2) ?? '';
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

  /** Chooses per column what `pick` says among the offered, and answers the columns to show. */
  choose(pick: (level: number, offered: readonly Choice[]) => number): Column[] {
    const chosen: Choice[] = [];
    const columns: Column[] = [];
    for (let level = 0; level < this.depth; level += 1) {
      const offered = offer(this.areas, chosen, level, this.custom);
      const index = limit(pick(level, offered), 0, Math.max(0, offered.length - 1));
      chosen.push(offered[index] ?? { code: '', name: '' });
      columns.push({ label: labels[level] ?? '', items: offered.map(({ name }) => name), index });
    }
    this.chosen = chosen;
    return columns;
  }

  /** A turned column brings those to its right back to their first entry. */
  turn(indices: readonly number[]): Column[] {
    const before = this.chosen;
    let kept = true;
    return this.choose((level, offered) => {
      if (!kept) return 0;
      const index = indices[level] ?? 0;
      if (offered[index]?.code !== before[level]?.code) kept = false;
      return index;
    });
  }

  result(): { value: string[]; code: string[]; postcode: string } {
    return { value: this.chosen.map(({ name }) => name), code: this.chosen.map(({ code }) => code), postcode: '' };
  }
}

/** A file of its own beside the phone's script: the list is large and few pages ask for it. */
const areasAddress = '/built/areas.js';

const names = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(asBag(value)).map(([code, name]) => [code, asText(name)]));

async function loadAreas(): Promise<Areas> {
  const loaded: unknown = await import(areasAddress);
  const list = asBag(asBag(loaded)['areaList']);
  return {
    province_list: names(list['province_list']),
    city_list: names(list['city_list']),
    county_list: names(list['county_list']),
  };
}

export async function region(part: Part): Promise<Session> {
  const regions = new Regions(await loadAreas(), depths[part.text('level')] ?? 3, part.text('customItem'));
  const before = asList(part.value('value')).map((name) => asText(name));
  const columns = regions.choose((level, offered) => offered.findIndex(({ name }) => name === before[level]));
  return {
    columns,
    turned: (_column, indices) => regions.turn(indices),
    result: (indices) => {
      regions.turn(indices);
      const result = regions.result();
      return { value: result.value, detail: result };
    },
  };
}
