import type { GridColour, HatView } from '../../contracts/hat';
import { captainTitle, hatDetail, hatName } from '../../text/person/hats';
import { joinParts } from '../../text/join';

/** A hat as something to put on. */
export interface HatRow {
  readonly key: string;
  readonly name: string;
  readonly line: string;
  readonly colour: GridColour | '';
  readonly worn: boolean;
}

/** A captain's hat carries the team's name: `水电小分队队长`. */
export function hatRow(view: HatView, wornKey: string): HatRow {
  const { key, hat, placeName, detail, colour = '' } = view;
  const team = hat === 'teamCaptain' ? detail : undefined;
  const name = team === undefined ? hatName(hat) : captainTitle(team);
  const line = team === undefined ? joinParts(placeName, hatDetail(view)) : placeName;
  return { key, name, line, colour, worn: key === wornKey };
}
