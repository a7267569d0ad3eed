import { asBag, asList, asNumber, isFunction } from '../../support/values';
import { maps, type MapView } from './map';
import { fromScreen, toScreen } from './projection';
import { location, locations } from './shapes';

type Options = unknown;

/** Success, fail and complete of a map call; most pages use the callbacks. */
function answer(name: string, options: Options, act: () => object | void): void {
  const { success, fail, complete } = asBag(options);
  let result: Record<string, unknown>;
  let called = success;
  try {
    result = { errMsg: `${name}:ok`, ...(act() ?? {}) };
  } catch (error) {
    result = { errMsg: `${name}:fail ${error instanceof Error ? error.message : ''}` };
    called = fail;
  }
  if (isFunction(called)) called(result);
  if (isFunction(complete)) complete(result);
}

function addMarkers(view: MapView, options: Options): void {
  const { markers, clear } = asBag(options);
  const before = clear === true ? [] : asList(view.part.value('markers'));
  const added = asList(markers).map(asBag);
  const kept = before.filter((old) => added.every((marker) => marker['id'] !== asBag(old)['id']));
  view.part.update('markers', [...kept, ...added]);
  view.setMarkers();
}

function moveMarker(view: MapView, options: Options): void {
  const { markerId, destination, rotate } = asBag(options);
  const markers = asList(view.part.value('markers')).map((marker) =>
    asBag(marker)['id'] === markerId
      ? { ...asBag(marker), ...location(destination), ...(rotate === undefined ? {} : { rotate }) }
      : marker,
  );
  view.part.update('markers', markers);
  view.setMarkers();
}

/** WeChat's MapContext for the map in that element; undefined when there is none. */
export function mapContext(element: Element): Record<string, (options?: Options) => void> | undefined {
  const view = maps.get(element);
  if (view === undefined) return undefined;
  const call =
    (name: string, act: (options: Options) => object | void) =>
    (options?: Options): void =>
      answer(name, options, () => act(options));
  return {
    getCenterLocation: call('getCenterLocation', () => ({
      latitude: view.camera.camera.latitude,
      longitude: view.camera.camera.longitude,
    })),
    getRegion: call('getRegion', () => view.camera.region()),
    getScale: call('getScale', () => ({ scale: view.camera.camera.scale })),
    getRotate: call('getRotate', () => ({ rotate: 0 })),
    getSkew: call('getSkew', () => ({ skew: 0 })),
    moveToLocation: call('moveToLocation', (options) => {
      const { latitude, longitude } = asBag(options);
      view.camera.set(
        {
          latitude: asNumber(latitude, view.part.host.settings.latitude),
          longitude: asNumber(longitude, view.part.host.settings.longitude),
        },
        'update',
      );
    }),
    includePoints: call('includePoints', (options) =>
      view.include(
        locations(asBag(options)['points']),
        asList(asBag(options)['padding']).map((side) => asNumber(side, 0)),
      ),
    ),
    addMarkers: call('addMarkers', (options) => addMarkers(view, options)),
    removeMarkers: call('removeMarkers', (options) => {
      const gone = asList(asBag(options)['markerIds']);
      view.part.update(
        'markers',
        asList(view.part.value('markers')).filter((marker) => !gone.includes(asBag(marker)['id'])),
      );
      view.setMarkers();
    }),
    translateMarker: call('translateMarker', (options) => {
      moveMarker(view, options);
      const { animationEnd } = asBag(options);
      if (isFunction(animationEnd)) animationEnd();
    }),
    toScreenLocation: call('toScreenLocation', (options) =>
      toScreen(location(options), view.camera.camera, view.camera.size()),
    ),
    fromScreenLocation: call('fromScreenLocation', (options) => {
      const { x, y } = asBag(options);
      return fromScreen({ x: asNumber(x, 0), y: asNumber(y, 0) }, view.camera.camera, view.camera.size());
    }),
  };
}
