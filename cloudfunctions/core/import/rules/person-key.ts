import type { PersonEntry } from '../entries';

/** What tells a person of a list from others, for the id that somebody new gets: name with number, home or employer. */
export function personKeyOf(entry: PersonEntry): readonly string[] {
  const { name, phones, employer, grid, section, lane, courtyard, door, address } = entry;
  const home = [grid, section, lane, courtyard, door, address].filter((part) => part !== undefined).join(' ');
  return [name, phones[0]?.number ?? (home === '' ? (employer ?? '') : home)];
}
