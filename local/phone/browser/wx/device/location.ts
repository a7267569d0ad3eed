import type { Host } from '../../host';
import { onDrag } from '../../builtin/support/drag';
import { fromScreen, type Camera, type Location } from '../../builtin/components/map/projection';
import { addButton, addChild, focusFirst, openLayer } from '../../builtin/overlay/layer';
import { requirePermission } from '../../builtin/device/permissions';
import { requirePrivacy } from '../../builtin/device/privacy';
import { asNumber, asText } from '../../builtin/support/values';
import { api, ApiFailure, type Answer, type Options } from '../support/call';

function formatLocation({ latitude, longitude }: Location): string {
  return `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
}

async function currentLocation(host: Host, name: string): Promise<Location> {
  await requirePrivacy(host, name);
  if (!(await requirePermission(host, 'scope.userLocation'))) throw new ApiFailure('auth deny');
  return { latitude: host.settings.latitude, longitude: host.settings.longitude };
}

/** Adds a map without tiles, with a pin in its middle; dragging it chooses another location. */
function addLocationMap(
  parent: HTMLElement,
  start: Location,
  scale: number,
  onMove?: (location: Location) => void,
): void {
  const map = addChild(parent, 'div', 'wx-location-map');
  const pin = addChild(map, 'div', 'wx-map-current-location');
  pin.style.left = 'calc(50% - 8px)';
  pin.style.top = 'calc(50% - 8px)';
  if (onMove === undefined) return;
  let camera: Camera = { ...start, scale };
  const size = () => ({ width: map.clientWidth, height: map.clientHeight });
  const at = (deltaX: number, deltaY: number): Location =>
    fromScreen({ x: size().width / 2 - deltaX, y: size().height / 2 - deltaY }, camera, size());
  onDrag(map, {
    axis: 'both',
    move: ({ deltaX, deltaY }) => onMove(at(deltaX, deltaY)),
    end: ({ deltaX, deltaY }) => {
      camera = { ...camera, ...at(deltaX, deltaY) };
    },
  });
}

function openLocation(host: Host, options: Options): void {
  const location = { latitude: asNumber(options['latitude'], NaN), longitude: asNumber(options['longitude'], NaN) };
  if (Number.isNaN(location.latitude) || Number.isNaN(location.longitude))
    throw new ApiFailure('parameter error: latitude and longitude should be Number');
  const name = asText(options['name']) || '位置';
  const layer = openLayer(host, { className: 'wx-full', label: name, dismiss: () => layer.close() });
  addChild(layer.element, 'div', 'wx-full-title', name);
  addChild(layer.element, 'div', 'wx-permission-line', asText(options['address']));
  addLocationMap(layer.element, location, asNumber(options['scale'], 18));
  addChild(layer.element, 'div', 'wx-permission-line', formatLocation(location));
  focusFirst(
    layer,
    addButton(layer.element, 'wx-permission-agree', '返回', () => layer.close()),
  );
}

function addField(parent: HTMLElement, label: string): HTMLInputElement {
  const field = addChild(parent, 'input', 'wx-permission-field');
  field.placeholder = label;
  field.setAttribute('aria-label', label);
  return field;
}

function openLocationChooser(host: Host, start: Location): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let location = start;
    const cancel = (): void => {
      layer.close();
      reject(new ApiFailure('cancel'));
    };
    const layer = openLayer(host, { className: 'wx-full', label: '选择位置', dismiss: cancel });
    addChild(layer.element, 'div', 'wx-full-title', '选择位置');
    const line = addChild(layer.element, 'div', 'wx-permission-line', formatLocation(location));
    addLocationMap(layer.element, start, 16, (moved) => {
      location = moved;
      line.textContent = formatLocation(location);
    });
    const name = addField(layer.element, '地点名称');
    const address = addField(layer.element, '详细地址');
    const answers = addChild(layer.element, 'div', 'wx-permission-answers');
    addButton(answers, 'wx-permission-refuse', '取消', cancel);
    addButton(answers, 'wx-permission-agree', '确定', () => {
      layer.close();
      resolve({ name: name.value, address: address.value, ...location });
    });
    focusFirst(layer, name);
  });
}

export function locationApis(host: Host): Record<string, unknown> {
  return {
    getLocation: api('getLocation', async () => ({
      ...(await currentLocation(host, 'getLocation')),
      speed: -1,
      accuracy: 30,
      altitude: 0,
      verticalAccuracy: 0,
      horizontalAccuracy: 30,
    })),
    getFuzzyLocation: api('getFuzzyLocation', async () => {
      const { latitude, longitude } = await currentLocation(host, 'getFuzzyLocation');
      return { latitude: Math.round(latitude * 100) / 100, longitude: Math.round(longitude * 100) / 100 };
    }),
    openLocation: api('openLocation', (options) => openLocation(host, options)),
    chooseLocation: api('chooseLocation', async (options) => {
      await requirePrivacy(host, 'chooseLocation');
      const start = {
        latitude: asNumber(options['latitude'], host.settings.latitude),
        longitude: asNumber(options['longitude'], host.settings.longitude),
      };
      return openLocationChooser(host, start);
    }),
  };
}
