import {
  enrolmentChannels,
  type ChannelChoice,
  type FunnelLine,
  type FunnelView,
} from '../../../../miniprogram/contracts/enrolment';
import type { PlaceRef } from '../../place/place';
import type { Enrolment, EnrolmentCounts } from '../enrolment';
import { isWelcomed } from './welcome';

/** What an enrolment depends on for what it counts as. */
export type Counted = Pick<Enrolment, 'state' | 'channel' | 'grid' | 'welcome' | 'serving' | 'centre'>;

/** The counts, as paths, in which an enrolment stands once. */
function placesOf(enrolment: Counted | undefined): readonly string[] {
  if (!enrolment) return [];
  return [...stateOf(enrolment), ...chainOf(enrolment.centre?.home)];
}

function stateOf(enrolment: Counted): readonly string[] {
  const channel = `channels.${enrolment.channel}`;
  if (enrolment.state === 'asked') return [`${channel}.waiting`];
  if (enrolment.state === 'refused') return [`${channel}.refused`];
  return [
    `${channel}.enrolled`,
    `grids.${enrolment.grid.gridId}`,
    ...(isWelcomed(enrolment.welcome) ? [`${channel}.welcomed`] : []),
    ...(enrolment.serving ? [`${channel}.serving`] : []),
  ];
}

/** The building and the section that a household with the sign leads: member › household › building › section. */
function chainOf(home: PlaceRef | undefined): readonly string[] {
  if (!home) return [];
  const [, gridId = '', below = gridId] = home.path.split('/');
  const section = home.sectionName === undefined ? gridId : below;
  return [`buildings.${home.courtyardId ?? home.placeId}`, `sections.${section}`];
}

/** How many households, buildings and sections have the sign. Pure. */
export function centresOf(counts: Pick<EnrolmentCounts, 'buildings' | 'sections'> | undefined): FunnelView['centres'] {
  const buildings = Object.values(counts?.buildings ?? {}).filter((count) => count > 0);
  const sections = Object.values(counts?.sections ?? {}).filter((count) => count > 0);
  const households = buildings.reduce((sum, count) => sum + count, 0);
  return { households, buildings: buildings.length, sections: sections.length };
}

/** What a change of one enrolment adds to the counts of its community, by path; a path that stays is left out. Pure. */
export function countsDifference(before: Counted | undefined, after: Counted): Readonly<Record<string, number>> {
  const [from, to] = [placesOf(before), placesOf(after)];
  return Object.fromEntries([
    ...from.filter((path) => !to.includes(path)).map((path) => [path, -1] as const),
    ...to.filter((path) => !from.includes(path)).map((path) => [path, 1] as const),
  ]);
}

type FunnelFigures = Omit<FunnelLine, 'channel' | 'name'>;

const figures = ['asked', 'waiting', 'refused', 'enrolled', 'welcomed', 'serving'] as const;

/** A line for each channel in use, or that somebody came by, and their sum. Pure. */
export function funnelOf(
  counts: Pick<EnrolmentCounts, 'channels'> | undefined,
  inUse: readonly ChannelChoice[],
): { lines: readonly FunnelLine[]; total: FunnelFigures } {
  const lines = enrolmentChannels.flatMap((channel): FunnelLine[] => {
    const choice = inUse.find((one) => one.channel === channel);
    const counted = counts?.channels[channel];
    if (!choice && !counted) return [];
    const { waiting = 0, refused = 0, enrolled = 0, welcomed = 0, serving = 0 } = counted ?? {};
    const asked = waiting + refused + enrolled;
    const name = choice?.name;
    return [{ channel, ...(name !== undefined && { name }), asked, waiting, refused, enrolled, welcomed, serving }];
  });
  const sum = (figure: keyof FunnelFigures) => lines.reduce((total, line) => total + line[figure], 0);
  const [asked, waiting, refused, enrolled, welcomed, serving] = figures.map(sum);
  return {
    lines,
    total: {
      asked: asked ?? 0,
      waiting: waiting ?? 0,
      refused: refused ?? 0,
      enrolled: enrolled ?? 0,
      welcomed: welcomed ?? 0,
      serving: serving ?? 0,
    },
  };
}
