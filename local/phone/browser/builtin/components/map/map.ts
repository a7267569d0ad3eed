import type { Part, PartDefinition } from '../../support/part';
import { asBag, asList, asNumber, type Bag } from '../../support/values';
import { MapCamera } from './camera';
import { Marker } from './markers';
import { fit, fromScreen, pixelsOfMetres, toScreen, type Location } from './projection';
import { drawShapes, locations } from './shapes';

const attributes = {
  longitude: null,
  latitude: null,
  scale: 16,
  minScale: 3,
  maxScale: 20,
  markers: null,
  covers: null,
  polyline: null,
  circles: null,
  controls: null,
  includePoints: null,
  showLocation: false,
  polygons: null,
  subkey: '',
  layerStyle: 1,
  rotate: 0,
  skew: 0,
  enable3D: false,
  showCompass: false,
  showScale: false,
  enableOverlooking: false,
  enableAutoMaxOverlooking: false,
  enableZoom: true,
  enableScroll: true,
  enableRotate: false,
  enableSatellite: false,
  enableTraffic: false,
  enablePoi: true,
  enableBuilding: false,
  setting: null,
};

/** Length of the scale bar, metres: the longest of these that is shorter than 100 px. */
const barMetres = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 200_000, 1_000_000];

export const maps = new WeakMap<Element, MapView>();

/** A map without tiles: shapes and markers in their true places over plain ground. */
export class MapView {
  readonly camera: MapCamera;
  private readonly shapes = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  private readonly markerLayer: HTMLElement;
  private readonly bar: HTMLElement;
  private readonly here: HTMLElement;
  private markers: Marker[] = [];
  private frame = 0;

  constructor(readonly part: Part) {
    this.shapes.setAttribute('class', 'wx-map-shapes');
    this.shapes.setAttribute('aria-hidden', 'true');
    part.element.append(this.shapes);
    this.here = part.append('div', 'wx-map-here');
    this.markerLayer = part.append('div', 'wx-map-markers');
    this.bar = part.append('div', 'wx-map-bar');
    this.bar.setAttribute('aria-hidden', 'true');
    this.camera = new MapCamera(part, () => this.draw());
  }

  /** Several attributes usually change at once; they are drawn together. */
  draw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.drawNow());
  }

  setMarkers(): void {
    const bags = asList(this.part.value('markers')).map(asBag);
    while (this.markers.length > bags.length) this.markers.pop()?.element.remove();
    bags.forEach((bag, index) => {
      const marker = this.markers[index] ?? this.addMarker();
      marker.update(bag);
    });
    this.draw();
  }

  include(points: readonly Location[], padding: readonly number[] = []): void {
    const [top = 20, right = top, bottom = top, left = right] = padding;
    const camera = fit(points, this.camera.size(), [top, right, bottom, left]);
    if (camera !== undefined) this.camera.set(camera, 'update');
  }

  center(): void {
    this.camera.set(
      {
        latitude: asNumber(this.part.value('latitude'), this.part.host.settings.latitude),
        longitude: asNumber(this.part.value('longitude'), this.part.host.settings.longitude),
        scale: this.part.number('scale', 16),
      },
      'update',
    );
  }

  locationAt(clientX: number, clientY: number): Location {
    const { left, top } = this.part.element.getBoundingClientRect();
    return fromScreen({ x: clientX - left, y: clientY - top }, this.camera.camera, this.camera.size());
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.camera.stop();
  }

  private addMarker(): Marker {
    const marker = new Marker(this.part);
    this.markers.push(marker);
    this.markerLayer.append(marker.element);
    return marker;
  }

  private drawNow(): void {
    const { camera } = this.camera;
    const size = this.camera.size();
    const shapes = {
      polygons: this.part.value('polygons'),
      polyline: this.part.value('polyline'),
      circles: this.part.value('circles'),
    };
    this.shapes.replaceChildren(...drawShapes(shapes, camera, size, (bag, event) => this.tapLine(bag, event)));
    for (const marker of this.markers) marker.place(camera, size);
    this.placeCustomCallouts();
    this.drawHere();
    this.drawBar();
    this.part.fire('updated', {});
  }

  private tapLine(bag: Bag, event: MouseEvent): void {
    this.part.fire('polylinetap', {
      polylineId: asNumber(bag['id'], 0),
      ...this.locationAt(event.clientX, event.clientY),
    });
  }

  /** The page's own callouts (`slot="callout"`) stand over the marker that they name. */
  private placeCustomCallouts(): void {
    for (const element of this.part.element.querySelectorAll<HTMLElement>('.wx-map-custom wx-cover-view')) {
      const id = this.part.host.componentOf(element)?.data['markerId'];
      const bag = asList(this.part.value('markers'))
        .map(asBag)
        .find((marker) => id !== null && id !== undefined && asNumber(marker['id'], -1) === asNumber(id, -2));
      if (bag === undefined) continue;
      const { x, y } = toScreen(
        locations([bag])[0] ?? { latitude: 0, longitude: 0 },
        this.camera.camera,
        this.camera.size(),
      );
      const custom = asBag(bag['customCallout']);
      element.style.position = 'absolute';
      element.style.transform = `translate(calc(${x + asNumber(custom['anchorX'], 0)}px - 50%), calc(${y + asNumber(custom['anchorY'], 0) - 38}px - 100%))`;
    }
  }

  private drawHere(): void {
    this.here.hidden = !this.part.flag('showLocation');
    const { x, y } = toScreen(this.part.host.settings, this.camera.camera, this.camera.size());
    this.here.style.transform = `translate(${x}px, ${y}px)`;
  }

  private drawBar(): void {
    const { camera } = this.camera;
    const metres = barMetres.filter((length) => pixelsOfMetres(length, camera, camera.scale) <= 100).at(-1) ?? 5;
    this.bar.hidden = !this.part.flag('showScale');
    this.bar.style.width = `${pixelsOfMetres(metres, camera, camera.scale)}px`;
    this.bar.textContent = metres >= 1000 ? `${metres / 1000} 公里` : `${metres} 米`;
  }
}

export const map: PartDefinition = {
  tag: 'map',
  attributes,
  leadingSlot: { name: 'callout', className: 'wx-map-custom' },
  create(part) {
    const view = new MapView(part);
    maps.set(part.element, view);
    part.element.setAttribute('role', 'group');
    part.element.setAttribute('aria-label', '地图');
    part.element.setAttribute('aria-roledescription', '地图');
    part.element.tabIndex = 0;
    part.component.addListener(
      'tap',
      ({ detail }) => {
        if (typeof detail !== 'object' || detail === null || !('x' in detail) || !('y' in detail)) return;
        Object.assign(detail, view.locationAt(asNumber(detail.x, 0), asNumber(detail.y, 0)));
      },
      { capture: true },
    );
    const draw = (): void => view.draw();
    const include = (): void => view.include(locations(part.value('includePoints')));
    const connected = (act: () => void) => (): void => {
      if (part.element.isConnected) act();
    };
    const center = connected(() => view.center());
    const markers = (): void => view.setMarkers();
    const sizes = new ResizeObserver(draw);
    return {
      changed: {
        latitude: center,
        longitude: center,
        scale: center,
        markers,
        covers: markers,
        polygons: draw,
        polyline: draw,
        circles: draw,
        showLocation: draw,
        showScale: draw,
        includePoints: connected(include),
      },
      attached: () => {
        sizes.observe(part.element);
        view.center();
        requestAnimationFrame(include);
      },
      detached: () => {
        sizes.disconnect();
        view.stop();
      },
    };
  },
};
