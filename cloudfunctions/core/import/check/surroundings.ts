import { householdOf } from '../../person/kinship';
import { people, type Person } from '../../person/person';
import type { Community } from '../../place/community';
import { belowParent } from '../../place/rules/below';
import type { Place } from '../../place/place';
import { posts, type Post } from '../../place/post';
import type { Condition, Database } from '../../platform/database';
import { derivedId } from '../../platform/ids';
import { plainName, PlaceIndex } from '../rules/find-place';
import { childrenOf, loadPlaces } from './load-places';

const valuesAtOnce = 30;
const readAtOnce = 99;

/** A household as a row names it, which may be yet to be made. */
export interface RowHousehold {
  readonly place: Place;
  readonly isNew: boolean;
}

/** What a share knows of the community around the rows: its places at once, people and posts page by page. */
export class Surroundings {
  private readonly households = new Map<string, readonly Place[]>();

  private constructor(
    readonly database: Database,
    readonly community: Community,
    /** From grids down to courtyards. */
    readonly known: readonly Place[],
    readonly places: PlaceIndex,
  ) {}

  static async of(database: Database, community: Community): Promise<Surroundings> {
    const known = await loadPlaces(database, community._id);
    return new Surroundings(database, community, known, new PlaceIndex(known));
  }

  /** Reads the households of these courtyards, once each. */
  async loadHouseholds(courtyardIds: readonly string[]): Promise<void> {
    const missing = [...new Set(courtyardIds)].filter((id) => !this.households.has(id));
    const found = await childrenOf(this.database, this.community._id, missing);
    for (const id of missing)
      this.households.set(
        id,
        found.filter(({ parentId }) => parentId === id),
      );
  }

  /** The household of a courtyard with this door; the one that it would be where there is none. */
  household(courtyard: Place, door: string): RowHousehold {
    const key = plainName(door);
    const keys = [key, plainName(courtyard.label + door)];
    const known = this.households.get(courtyard._id) ?? [];
    const found = known.find(({ name, label }) => keys.includes(plainName(name)) || keys.includes(plainName(label)));
    if (found) return { place: found, isNew: false };
    return { place: newHousehold(courtyard, door), isNew: true };
  }

  /** Everybody of the community with one of these ids, numbers or households. */
  async peopleAround(
    ids: readonly string[],
    numbers: readonly string[],
    homes: readonly string[],
  ): Promise<readonly Person[]> {
    const { _id: communityId } = this.community;
    const found = await Promise.all([
      ...groups(ids).map((some) => this.findPeople({ _id: { oneOf: some } })),
      ...groups(numbers).map((some) => this.peopleWithNumbers(some)),
      ...groups(homes).map((some) => this.findPeople({ 'home.placeId': { oneOf: some } })),
    ]);
    const own = found.flat().filter((person) => person.communityId === communityId);
    return [...new Map(own.map((person) => [person._id, person])).values()];
  }

  /** The posts at these places. */
  async postsAt(placeIds: readonly string[]): Promise<readonly Post[]> {
    const pages = groups([...new Set(placeIds)]).map((some) =>
      this.allPages<Post>((after) =>
        this.database.find(posts, {
          where: { placeId: { oneOf: some }, _id: { gt: after } },
          sort: { _id: 'asc' },
          limit: readAtOnce,
        }),
      ),
    );
    return (await Promise.all(pages)).flat();
  }

  /**
   * Read by the index of numbers, in no order: in the order of ids a query would walk through everybody. Where one
   * answer is full, each half of the numbers is asked for by itself.
   */
  private async peopleWithNumbers(numbers: readonly string[]): Promise<readonly Person[]> {
    const where = { communityId: this.community._id, phone: { oneOf: numbers } };
    const found = await this.database.find(people, { where, limit: readAtOnce });
    if (found.length < readAtOnce || numbers.length === 1) return found;
    const middle = Math.ceil(numbers.length / 2);
    const halves = [numbers.slice(0, middle), numbers.slice(middle)];
    return (await Promise.all(halves.map((some) => this.peopleWithNumbers(some)))).flat();
  }

  private findPeople(where: Readonly<Record<string, Condition>>): Promise<readonly Person[]> {
    return this.allPages<Person>((after) =>
      this.database.find(people, {
        where: '_id' in where ? where : { ...where, _id: { gt: after } },
        sort: { _id: 'asc' },
        limit: readAtOnce,
      }),
    );
  }

  private async allPages<T extends { readonly _id: string }>(
    read: (after: string) => Promise<readonly T[]>,
  ): Promise<readonly T[]> {
    const found: T[] = [];
    for (let after: string | undefined = ''; after !== undefined;) {
      const page: readonly T[] = await read(after);
      found.push(...page);
      after = page.length === readAtOnce ? page.at(-1)?._id : undefined;
    }
    return found;
  }
}

/** A household that a list names and nobody made yet; its id follows from its courtyard and its door. */
export function newHousehold(courtyard: Place, door: string): Place {
  const place: Place = {
    _id: householdId(courtyard._id, door),
    communityId: courtyard.communityId,
    kind: 'household',
    parentId: courtyard._id,
    path: courtyard.path,
    name: door,
    position: courtyard.children,
    children: 0,
    label: door,
  };
  return belowParent(place, courtyard);
}

/** Ids of places are lower-case: they stand in paths. */
function householdId(courtyardId: string, door: string): string {
  return derivedId('pl', 'household', courtyardId, plainName(door)).toLowerCase();
}

/** The household in which somebody lives; undefined where only the courtyard is known. */
export function homeIdOf({ home }: Pick<Person, 'home'>): string | undefined {
  return home && householdOf(home);
}

function groups(values: readonly string[]): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (let at = 0; at < values.length; at += valuesAtOnce) found.push(values.slice(at, at + valuesAtOnce));
  return found;
}
