import type { StationPage } from '../../../contracts/station';

/** What was read before, with what was read now in its place: a station's newer answer wins. */
export function merged(before: StationPage | undefined, answer: StationPage): StationPage {
  if (before === undefined) return answer;
  const ids = new Set(answer.stations.map(({ stationId }) => stationId));
  const isSameHorizon = before.horizon.from === answer.horizon.from;
  // Spans of another day's horizon would be read wrongly with this one's.
  const kept = isSameHorizon ? before.stations.filter(({ stationId }) => !ids.has(stationId)) : [];
  return { ...answer, stations: [...kept, ...answer.stations] };
}
