/** Where somebody who calls lives: found by a courtyard's plate, by a name, or by the number that they call from. */
import type { CallerHome } from '../../../../miniprogram/contracts/caller-home';
import { reaches, type SignedIn } from '../../access/caller';
import { people, type Person } from '../../person/person';
import { places, type Place } from '../../place/place';
import type { Question } from '../../platform/database';
import type { Condition } from '../../platform/query';

/** As many as somebody reads while a caller waits. */
const shownLimit = 6;
/** As many as are looked through for those whom the reader reaches. */
const readLimit = 40;
/** Sorts behind every letter of a name. */
const behindNames = '\uffff';

export interface Sought {
  /** The beginning of a plate or of a name; '' for none. */
  readonly words: string;
  /** As people have it; undefined for none. */
  readonly phone: string | undefined;
}

type HomeQuestions = readonly [Question<Place>, Question<Person>, Question<Person>];

const beginning = (words: string): Condition => ({ gte: words, lt: `${words}${behindNames}` });

/** `柳巷12号` as plates have it: figures stand apart. */
function plateOf(words: string): string {
  return words.replace(/(?<=[^\s\d])(?=\d)|(?<=\d)(?=[^\s\d])/g, ' ');
}

/** What finds them; each is served by an index. Without words, or without a number, nothing fits. */
export function homeQuestions(communityId: string, { words, phone }: Sought): HomeQuestions {
  const nobody = { _id: '' };
  const sort = { name: 'asc', _id: 'asc' } as const;
  const plate = { communityId, kind: 'courtyard', label: beginning(plateOf(words)) };
  const isGiven = words !== '';
  return [
    { of: places, where: isGiven ? plate : nobody, sort: { label: 'asc', _id: 'asc' }, limit: readLimit },
    { of: people, where: isGiven ? { communityId, name: beginning(words) } : nobody, sort, limit: readLimit },
    { of: people, where: phone === undefined ? nobody : { communityId, phone }, limit: readLimit },
  ];
}

/**
 * Open courtyards, and homes of people who live here, as far as the reader's hat reaches: those of the number first.
 * A name stands beside a home alone; no number goes out.
 */
export function callerHomes(
  caller: SignedIn,
  courtyards: readonly Place[],
  named: readonly Person[],
  calling: readonly Person[],
): readonly CallerHome[] {
  const { communityId } = caller.login;
  const isReached = (path: string): boolean => reaches(caller, { communityId, path });
  const homes = [...calling, ...named].flatMap(({ name, home, leftAt }) =>
    home !== undefined && leftAt === undefined && isReached(home.path)
      ? [{ name, placeId: home.placeId, placeLabel: home.label }]
      : [],
  );
  const open = courtyards.flatMap(({ _id, path, label, closedAt }) =>
    closedAt === undefined && isReached(path) ? [{ placeId: _id, placeLabel: label }] : [],
  );
  return [...homes, ...open].slice(0, shownLimit);
}
