import { asRecord, asList, asNumber, isFunction } from '../../support/values';
import { maps, type MapView } from './map';
import { fromScreen, toScreen } from './projection';
import { location, locations } from './shapes';

type Options = unknown;

/** Runs a call of the map and calls its success, fail and complete. */
function run(name: string, options: Options, call: () => object | void): void {
  const { success, fail, complete } = asRecord(options);
  let result: Record<string, unknown>;
  let callback = success;
  try {
    result = { errMsg: `${name}:ok`, ...(call() ?? {}) };
  } catch (error) {
    result = { errMsg: `${name}:fail ${error instanceof Error ? error.message : ''}` };
    callback = fail;
  }
  if (isFunction(callback)) callback(result);
  if (isFunction(complete)) complete(result);
}

function addMarkers(view: MapView, options: Options): void {
  const { markers, clear } = asRecord(options);
  const before = clear === true ? [] : asList(view.builtin.value('markers'));
  const added = asList(markers).map(asRecord);
  const remaining = before.filter((old) => added.every((marker) => marker['id'] !== asRecord(old)['id']));
  view.builtin.update('markers', [...remaining, ...added]);
  view.setMarkers();
}

function moveMarker(view: MapView, options: Options): void {
  const { markerId, destination, rotate } = asRecord(options);
  const markers = asList(view.builtin.value('markers')).map((marker) =>
    asRecord(marker)['id'] === markerId
      ? { ...asRecord(marker), ...location(destination), ...(rotate === undefined ? {} : { rotate }) }
      : marker,
  );
  view.builtin.update('markers', markers);
  view.setMarkers();
}

type MapCall = (options: Options) => object | void;

/** The calls about the visible region. */
function cameraCalls(view: MapView): Record<string, MapCall> {
  const { camera, builtin } = view;
  return {
    getCenterLocation: () => ({ latitude: camera.camera.latitude, longitude: camera.camera.longitude }),
    getRegion: () => camera.region(),
    getScale: () => ({ scale: camera.camera.scale }),
    getRotate: () => ({ rotate: 0 }),
    getSkew: () => ({ skew: 0 }),
    moveToLocation: (options) => {
      const { latitude, longitude } = asRecord(options);
      const { settings } = builtin.host;
      const target = {
        latitude: asNumber(latitude, settings.latitude),
        longitude: asNumber(longitude, settings.longitude),
      };
      camera.set(target, 'update');
    },
    includePoints: (options) => {
      const padding = asList(asRecord(options)['padding']).map((side) => asNumber(side, 0));
      view.include(locations(asRecord(options)['points']), padding);
    },
    toScreenLocation: (options) => toScreen(location(options), camera.camera, camera.size()),
    fromScreenLocation: (options) => {
      const { x, y } = asRecord(options);
      return fromScreen({ x: asNumber(x, 0), y: asNumber(y, 0) }, camera.camera, camera.size());
    },
  };
}

/** The calls about markers. */
function markerCalls(view: MapView): Record<string, MapCall> {
  return {
    addMarkers: (options) => addMarkers(view, options),
    removeMarkers: (options) => {
      const markerIds = asList(asRecord(options)['markerIds']);
      const markers = asList(view.builtin.value('markers'));
      view.builtin.update(
        'markers',
        markers.filter((marker) => !markerIds.includes(asRecord(marker)['id'])),
      );
      view.setMarkers();
    },
    translateMarker: (options) => {
      moveMarker(view, options);
      const { animationEnd } = asRecord(options);
      if (isFunction(animationEnd)) animationEnd();
    },
  };
}

/** WeChat's MapContext of the map in that element; undefined if there is none. */
export function mapContext(element: Element): Record<string, (options?: Options) => void> | undefined {
  const view = maps.get(element);
  if (view === undefined) return undefined;
  const calls = Object.entries({ ...cameraCalls(view), ...markerCalls(view) });
  return Object.fromEntries(
    calls.map(([name, call]) => [name, (options?: Options): void => run(name, options, () => call(options))]),
  );
}
