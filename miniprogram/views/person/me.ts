import { bookkeeperHats, bookReaderHats, gridStaffHats, type Hat } from '../../contracts/hat';
import type { SessionView } from '../../contracts/person';
import { aboutMe, nameOf, revealsLine, unreadLine } from '../../text/person/me';

/** Who the reader is, and what waits for them. */
export interface Me {
  readonly name: string;
  readonly line: string;
  readonly isKnown: boolean;
  /** In the hat in use they serve a grid, whose cards show who they are. */
  readonly servesGrid: boolean;
  /** In the hat in use they look at changes of names and numbers. */
  readonly decidesChanges: boolean;
  /** In the hat in use they decide on places and posts. */
  readonly keepsPlaces: boolean;
  /** In the hat in use they see what each grid holds; who keeps places finds it there. */
  readonly seesGrids: boolean;
  /** In the hat in use they bring in lists of the office. */
  readonly bringsLists: boolean;
  /** In the hat in use they take lists out as files. */
  readonly takesLists: boolean;
  /** They live or work here, and may enrol as a member. */
  readonly isNeighbour: boolean;
  /** In the hat in use they enrol others. */
  readonly enrols: boolean;
  /** In the hat in use, whose first screen has no room for it, they decide on who moves in and out. */
  readonly decidesMoves: boolean;
  /** In the hat in use they set communities up. */
  readonly setsUp: boolean;
  /** In the hat in use they read the community's rules. */
  readonly readsPolicy: boolean;
  readonly unread: string;
  /** How often their number was revealed; '' before it was asked for. */
  readonly reveals: string;
}

const deciderHats = [...gridStaffHats, 'administrator'] as const satisfies readonly Hat[];
const importerHats = ['secretary', 'administrator'] as const satisfies readonly Hat[];

const placeKeeperHats = [...bookkeeperHats, 'administrator'] as const satisfies readonly Hat[];

const exporterHats = [...gridStaffHats, 'groupLeader', 'administrator'] as const satisfies readonly Hat[];
const gridReaderHats = ['gridWorker', 'gridLeader', 'groupLeader', 'inspector'] as const satisfies readonly Hat[];

const enrolHats = [...gridStaffHats, 'groupLeader'] as const satisfies readonly Hat[];

function hatInUse({ hats, hat }: SessionView): Hat | undefined {
  return hats.find(({ key }) => key === hat)?.hat;
}

export function me(session: SessionView): Me {
  return {
    name: nameOf(session),
    line: aboutMe(session),
    isKnown: session.personId !== undefined,
    servesGrid: hatInUse(session) === 'gridWorker',
    decidesChanges: deciderHats.some((hat) => hat === hatInUse(session)),
    keepsPlaces: placeKeeperHats.some((hat) => hat === hatInUse(session)),
    seesGrids: gridReaderHats.some((hat) => hat === hatInUse(session)),
    bringsLists: importerHats.some((hat) => hat === hatInUse(session)),
    takesLists: exporterHats.some((hat) => hat === hatInUse(session)),
    isNeighbour: session.personId !== undefined && hatInUse(session) !== 'administrator',
    enrols: enrolHats.some((hat) => hat === hatInUse(session)),
    decidesMoves: bookkeeperHats.some((hat) => hat === hatInUse(session)),
    setsUp: hatInUse(session) === 'administrator',
    readsPolicy: bookReaderHats.some((hat) => hat === hatInUse(session)),
    unread: unreadLine(session.unread),
    reveals: session.revealCount === undefined ? '' : revealsLine(session.revealCount),
  };
}
