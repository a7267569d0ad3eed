import type { Host } from '../../host';
import { onDrag } from '../../builtin/support/drag';
import { fromScreen, type Camera, type Location } from '../../builtin/components/map/projection';
import { addButton, addChild, focusFirst, openLayer } from '../../builtin/overlay/layer';
import { requirePermission } from '../../builtin/device/permissions';
import { requirePrivacy } from '../../builtin/device/privacy';
import { asNumber, asText } from '../../builtin/support/values';
import { api, ApiFailure, type Answer, type Options } from '../support/call';

const written = ({ latitude, longitude }: Location): string => `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;

async function here(host: Host, name: string): Promise<Location> {
  await requirePrivacy(host, name);
  if (!(await requirePermission(host, 'scope.userLocation'))) throw new ApiFailure('auth deny');
  return { latitude: host.settings.latitude, longitude: host.settings.longitude };
}

/** A ground without a map's picture, with a pin in its middle; dragging it chooses another place. */
function placeGround(parent: HTMLElement, start: Location, scale: number, moved?: (place: Location) => void): void {
  const ground = addChild(parent, 'div', 'wx-place-map');
  const pin = addChild(ground, 'div', 'wx-map-here');
  pin.style.left = 'calc(50% - 8px)';
  pin.style.top = 'calc(50% - 8px)';
  if (moved === undefined) return;
  let camera: Camera = { ...start, scale };
  const size = () => ({ width: ground.clientWidth, height: ground.clientHeight });
  const at = (deltaX: number, deltaY: number): Location =>
    fromScreen({ x: size().width / 2 - deltaX, y: size().height / 2 - deltaY }, camera, size());
  onDrag(ground, {
    axis: 'both',
    move: ({ deltaX, deltaY }) => moved(at(deltaX, deltaY)),
    end: ({ deltaX, deltaY }) => {
      camera = { ...camera, ...at(deltaX, deltaY) };
    },
  });
}

function openLocation(host: Host, options: Options): void {
  const place = { latitude: asNumber(options['latitude'], NaN), longitude: asNumber(options['longitude'], NaN) };
  if (Number.isNaN(place.latitude) || Number.isNaN(place.longitude))
    throw new ApiFailure('parameter error: latitude and longitude should be Number');
  const name = asText(options['name']) || '位置';
  const layer = openLayer(host, { className: 'wx-full', label: name, dismiss: () => layer.close() });
  addChild(layer.element, 'div', 'wx-full-title', name);
  addChild(layer.element, 'div', 'wx-permission-line', asText(options['address']));
  placeGround(layer.element, place, asNumber(options['scale'], 18));
  addChild(layer.element, 'div', 'wx-permission-line', written(place));
  focusFirst(
    layer,
    addButton(layer.element, 'wx-permission-agree', '返回', () => layer.close()),
  );
}

function field(parent: HTMLElement, label: string): HTMLInputElement {
  const made = addChild(parent, 'input', 'wx-permission-field');
  made.placeholder = label;
  made.setAttribute('aria-label', label);
  return made;
}

function choosePlace(host: Host, start: Location): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let place = start;
    const cancel = (): void => {
      layer.close();
      reject(new ApiFailure('cancel'));
    };
    const layer = openLayer(host, { className: 'wx-full', label: '选择位置', dismiss: cancel });
    addChild(layer.element, 'div', 'wx-full-title', '选择位置');
    const line = addChild(layer.element, 'div', 'wx-permission-line', written(place));
    placeGround(layer.element, start, 16, (moved) => {
      place = moved;
      line.textContent = written(place);
    });
    const name = field(layer.element, '地点名称');
    const address = field(layer.element, '详细地址');
    const answers = addChild(layer.element, 'div', 'wx-permission-answers');
    addButton(answers, 'wx-permission-refuse', '取消', cancel);
    addButton(answers, 'wx-permission-agree', '确定', () => {
      layer.close();
      resolve({ name: name.value, address: address.value, ...place });
    });
    focusFirst(layer, name);
  });
}

export function locationApis(host: Host): Record<string, unknown> {
  return {
    getLocation: api('getLocation', async () => ({
      ...(await here(host, 'getLocation')),
      speed: -1,
      accuracy: 30,
      altitude: 0,
      verticalAccuracy: 0,
      horizontalAccuracy: 30,
    })),
    getFuzzyLocation: api('getFuzzyLocation', async () => {
      const { latitude, longitude } = await here(host, 'getFuzzyLocation');
      return { latitude: Math.round(latitude * 100) / 100, longitude: Math.round(longitude * 100) / 100 };
    }),
    openLocation: api('openLocation', (options) => openLocation(host, options)),
    chooseLocation: api('chooseLocation', async (options) => {
      await requirePrivacy(host, 'chooseLocation');
      const start = {
        latitude: asNumber(options['latitude'], host.settings.latitude),
        longitude: asNumber(options['longitude'], host.settings.longitude),
      };
      return choosePlace(host, start);
    }),
  };
}
