import fc from 'fast-check';
import {
  circleRadiusMetres,
  earthRadiusMetres,
  shownMinutes,
  straightMetres,
  travelMinutes,
  type Gcj02Point,
} from '../../../miniprogram/contracts/distance';
import { circleOf, nearestStation } from '../../../cloudfunctions/core/site/rules/circle';
import { nextStation } from '../../../cloudfunctions/core/site/rules/next-station';

const centre: Gcj02Point = { latitude: 37.85, longitude: 112.494 };
const metresPerDegree = (Math.PI / 180) * earthRadiusMetres;
/** A point so many metres east and north of the street's centre. */
const at = (east: number, north: number): Gcj02Point => ({
  latitude: centre.latitude + north / metresPerDegree,
  longitude: centre.longitude + east / (metresPerDegree * Math.cos((centre.latitude * Math.PI) / 180)),
});

describe('minutes', () => {
  it('are the straight line times the detour, on foot and by e-bike, rounded up', () => {
    expect(straightMetres(at(0, 0), at(0, 1000))).toBeCloseTo(1000, 3);
    expect(straightMetres(at(0, 0), at(1000, 0))).toBeCloseTo(1000, 2);
    expect(travelMinutes(at(0, 0), at(0, 1000), 'walk')).toBeCloseTo(16.25, 3);
    expect(travelMinutes(at(0, 0), at(0, 1000), 'ebike')).toBeCloseTo(5.2, 3);
    expect([shownMinutes(0), shownMinutes(5.2), shownMinutes(6)]).toEqual([1, 6, 6]);
  });
});

/** Whether one circle holds all of them, by Helly: it does if it holds every three of them. */
function fit(points: readonly (readonly [number, number])[], radius: number): boolean {
  return points.every((one, i) =>
    points.slice(i + 1).every((two, j) => {
      if (Math.hypot(one[0] - two[0], one[1] - two[1]) > 2 * radius) return false;
      return points.slice(i + j + 2).every((three) => radiusOf(one, two, three) <= radius);
    }),
  );
}

/** Of the smallest circle around three points: half the longest side, or around the triangle where it is acute. */
function radiusOf(...corners: (readonly [number, number])[]): number {
  const side = (i: number, j: number) => Math.hypot(corners[i]![0] - corners[j]![0], corners[i]![1] - corners[j]![1]);
  const [a, b, c] = [side(0, 1), side(1, 2), side(0, 2)].sort((x, y) => x - y) as [number, number, number];
  if (c * c >= a * a + b * b) return c / 2;
  const half = (a + b + c) / 2;
  return (a * b * c) / (4 * Math.sqrt(half * (half - a) * (half - b) * (half - c)));
}

describe('the next station', () => {
  it('is where brute force over every set of sites finds the most, on 200 random maps', () => {
    const site = fc.tuple(fc.integer({ min: -4000, max: 4000 }), fc.integer({ min: -4000, max: 4000 }));
    fc.assert(
      fc.property(
        fc.array(site, { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 300, max: 3000 }),
        (map, radius) => {
          const sizes = Array.from({ length: 2 ** map.length }, (_, set) =>
            map.filter((_site, bit) => set & (1 << bit)),
          )
            .filter((set) => fit(set, radius))
            .map((set) => set.length);
          const found = nextStation(
            map.map(([east, north]) => at(east, north)),
            radius,
          )!;
          expect(found.reached).toHaveLength(Math.max(...sizes));
          for (const index of found.reached)
            expect(straightMetres(found.gcj02, at(...map[index]!))).toBeLessThan(radius * 1.001);
        },
      ),
      { numRuns: 200, seed: 20261128 },
    );
  });

  it('is nowhere where nothing is missed', () => {
    expect(nextStation([], 500)).toBeUndefined();
  });
});

describe('the circle of 15 minutes', () => {
  const sites = [
    { name: 'near', gcj02: at(0, 0) },
    { name: 'far', gcj02: at(9000, 0) },
  ];
  const stations = [
    { name: 'day', gcj02: at(100, 0), openByDay: true, openAtNight: false },
    { name: 'night', gcj02: at(-2000, 0), openByDay: true, openAtNight: true },
    { name: 'shut', gcj02: at(9000, 0), openByDay: false, openAtNight: false },
  ];

  it('S5-06 finds the nearest open one by day and at night, what closes, and the gap', () => {
    const circle = circleOf(sites, stations, { mode: 'ebike', at: 'night' });
    expect(circle.ways.map(({ day, night }) => [day?.stationName, night?.stationName])).toEqual([
      ['day', 'night'],
      ['day', 'night'],
    ]);
    expect(circle.reached).toBe(1);
    expect(circle.closedAtNight).toEqual(['day']);
    expect(circle.gap?.sites).toEqual([sites[1]]);
    expect(straightMetres(circle.gap!.gcj02, at(9000, 0))).toBeLessThan(1);
    expect(circleOf(sites, [], { mode: 'walk', at: 'day' })).toMatchObject({ reached: 0 });
  });

  it('is the brute force nearest of any stations, on 200 random maps', () => {
    const place = fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 }));
    fc.assert(
      fc.property(place, fc.array(place, { minLength: 1, maxLength: 30 }), (from, all) => {
        const named = all.map(([east, north], index) => ({ name: String(index), gcj02: at(east, north) }));
        const way = nearestStation(at(...from), named, 'walk')!;
        const least = Math.min(...all.map(([east, north]) => Math.hypot(east - from[0], north - from[1])));
        expect(way.minutes).toBeCloseTo((least * 1.3) / 80, 1);
      }),
      { numRuns: 200, seed: 20261128 },
    );
    expect(circleRadiusMetres('ebike')).toBeCloseTo(2884.6, 1);
  });
});
