/** The fifteen-minute circle as planners see it. */
import { circleMinutes, circleRadiusMetres, type Gcj02Point } from '../../../contracts/distance';
import type { CircleView } from '../../../contracts/site';
import { gapLine, nextLine, wayLine } from '../text/sites';

interface SiteLine {
  readonly siteId: string;
  readonly name: string;
  readonly day: string;
  readonly night: string;
  readonly missed: boolean;
}

export interface GapView extends Gcj02Point {
  readonly line: string;
  readonly next: string;
  readonly nextSites: string;
  readonly closed: string;
  readonly lines: readonly SiteLine[];
  readonly markers: readonly object[];
  readonly circles: readonly object[];
  readonly points: readonly Gcj02Point[];
}

export const noGap: GapView = {
  latitude: 37.857,
  longitude: 112.499,
  line: '',
  next: '',
  nextSites: '',
  closed: '',
  lines: [],
  markers: [],
  circles: [],
  points: [],
};

/** A map holds no more pins, and a page no more lines: those that nothing reaches come first. */
const maxSites = 44;

export function gapView({ sites, total, at, mode, reached, closedAtNight, gap }: CircleView): GapView {
  const isMissed = (site: CircleView['sites'][number]): boolean => (site[at]?.minutes ?? Infinity) > circleMinutes;
  const first = [...sites].sort((left, right) => Number(isMissed(right)) - Number(isMissed(left))).slice(0, maxSites);
  const missed = first.filter(isMissed);
  return {
    ...(gap?.gcj02 ?? first[0]?.gcj02 ?? { latitude: noGap.latitude, longitude: noGap.longitude }),
    line: gapLine(reached, total),
    next: gap === undefined ? '' : nextLine(gap.reaches),
    nextSites: gap?.siteNames.join('、') ?? '',
    closed: at === 'night' ? closedAtNight.join('、') : '',
    lines: first.map((site) => ({
      siteId: site.siteId,
      name: site.name,
      day: wayLine(site.day),
      night: wayLine(site.night),
      missed: isMissed(site),
    })),
    markers: [
      ...missed.map(({ gcj02, name }, id) => ({ ...pin(id, gcj02, 'closed'), title: name })),
      ...first.filter((site) => !isMissed(site)).map(({ gcj02 }, id) => dot(missed.length + id, gcj02)),
      ...(gap === undefined ? [] : [{ ...pin(maxSites, gap.gcj02, 'gap'), title: nextLine(gap.reaches) }]),
    ],
    circles:
      gap === undefined
        ? []
        : [{ ...gap.gcj02, radius: Math.round(circleRadiusMetres(mode)), color: '#9a5b00', fillColor: '#9a5b001a' }],
    points: first.map(({ gcj02 }) => gcj02),
  };
}

/** A site that is reached: small, and without a name. */
function dot(id: number, point: Gcj02Point): object {
  return { id, ...point, iconPath: '../images/here.png', width: 14, height: 14 };
}

function pin(id: number, point: Gcj02Point, icon: 'closed' | 'gap'): object {
  return { id, ...point, iconPath: `../images/${icon}.png`, width: 28, height: 36 };
}
