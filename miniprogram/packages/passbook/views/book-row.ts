import type { Output } from '../../../contracts/api';
import { nameApart } from '../../../text/person/name-apart';
import { pointsText } from '../../../text/passbook/points';
import { bookLine, brokenLine } from '../text/audit';

/** A person's book in the list of all. */
export interface BookRow {
  readonly personId: string;
  readonly name: string;
  readonly line: string;
  readonly balance: string;
}

export function bookRow(person: Output<'passbook.list'>['people'][number]): BookRow {
  return {
    personId: person.personId,
    name: nameApart(person),
    line: bookLine(person),
    balance: pointsText(person.balance),
  };
}

/** A book that does not add up. */
export interface BrokenBook {
  readonly personId: string;
  readonly line: string;
}

export function brokenBook(view: Output<'passbook.audit'>['broken'][number]): BrokenBook {
  return {
    personId: view.personId,
    line: brokenLine(view),
  };
}
