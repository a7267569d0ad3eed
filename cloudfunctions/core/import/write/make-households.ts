import { places, type Place } from '../../place/place';
import type { Database } from '../../platform/database';
import { newHousehold } from '../check/surroundings';
import type { NewHousehold } from '../document/row-target';

/**
 * Makes the households that rows of a page name and that nobody made yet, courtyard by courtyard. How many places lie
 * under a courtyard is counted anew behind them, so that a share that was killed between counts nothing twice.
 */
export async function makeHouseholds(database: Database, wanted: readonly NewHousehold[]): Promise<void> {
  const courtyardIds = [...new Set(wanted.map(({ courtyardId }) => courtyardId))];
  for (const courtyardId of courtyardIds) {
    const courtyard = await database.get(places, courtyardId);
    if (!courtyard) continue;
    const doors = wanted.filter((one) => one.courtyardId === courtyardId).map(({ name }) => name);
    await makeUnder(database, courtyard, [...new Set(doors)]);
  }
}

async function makeUnder(database: Database, courtyard: Place, doors: readonly string[]): Promise<void> {
  const made = await Promise.all(
    doors.map((door, index) => {
      const household = newHousehold(courtyard, door);
      return database.insert(places, { ...household, position: courtyard.children + index });
    }),
  );
  if (!made.includes(true) && courtyard.children >= doors.length) return;
  const children = await database.count(places, { parentId: courtyard._id });
  await database.updateWhere(places, { _id: courtyard._id }, { set: { children } });
}
