import type { Builtin, BuiltinDefinition } from '../../support/builtin';
import { asRecord, asList, asNumber, type UnknownRecord } from '../../support/values';
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

/** The lengths of the scale bar, in metres: the longest that is shorter than 100 px is shown. */
const scaleBarLengths = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 200_000, 1_000_000];

export const maps = new WeakMap<Element, MapView>();

/** A map without tiles: shapes and markers at their true locations over a plain background. */
export class MapView {
  readonly camera: MapCamera;
  private readonly shapes = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  private readonly markerLayer: HTMLElement;
  private readonly scaleBar: HTMLElement;
  private readonly currentLocation: HTMLElement;
  private markers: Marker[] = [];
  private frame = 0;

  constructor(readonly builtin: Builtin) {
    this.shapes.setAttribute('class', 'wx-map-shapes');
    this.shapes.setAttribute('aria-hidden', 'true');
    builtin.element.append(this.shapes);
    this.currentLocation = builtin.append('div', 'wx-map-current-location');
    this.markerLayer = builtin.append('div', 'wx-map-markers');
    this.scaleBar = builtin.append('div', 'wx-map-scale-bar');
    this.scaleBar.setAttribute('aria-hidden', 'true');
    this.camera = new MapCamera(builtin, () => this.render());
  }

  /** Renders in the next frame, since several attributes usually change at once. */
  render(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.renderNow());
  }

  setMarkers(): void {
    const records = asList(this.builtin.value('markers')).map(asRecord);
    while (this.markers.length > records.length) this.markers.pop()?.element.remove();
    records.forEach((record, index) => {
      const marker = this.markers[index] ?? this.addMarker();
      marker.update(record);
    });
    this.render();
  }

  include(points: readonly Location[], padding: readonly number[] = []): void {
    const [top = 20, right = top, bottom = top, left = right] = padding;
    const camera = fit(points, this.camera.size(), [top, right, bottom, left]);
    if (camera !== undefined) this.camera.set(camera, 'update');
  }

  centerOnAttributes(): void {
    this.camera.set(
      {
        latitude: asNumber(this.builtin.value('latitude'), this.builtin.host.settings.latitude),
        longitude: asNumber(this.builtin.value('longitude'), this.builtin.host.settings.longitude),
        scale: this.builtin.number('scale', 16),
      },
      'update',
    );
  }

  locationAt(clientX: number, clientY: number): Location {
    const { left, top } = this.builtin.element.getBoundingClientRect();
    return fromScreen({ x: clientX - left, y: clientY - top }, this.camera.camera, this.camera.size());
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.camera.stop();
  }

  private addMarker(): Marker {
    const marker = new Marker(this.builtin);
    this.markers.push(marker);
    this.markerLayer.append(marker.element);
    return marker;
  }

  private renderNow(): void {
    const { camera } = this.camera;
    const size = this.camera.size();
    const shapes = {
      polygons: this.builtin.value('polygons'),
      polyline: this.builtin.value('polyline'),
      circles: this.builtin.value('circles'),
    };
    this.shapes.replaceChildren(
      ...drawShapes(shapes, camera, size, (record, event) => this.firePolylineTap(record, event)),
    );
    for (const marker of this.markers) marker.setPosition(camera, size);
    this.positionCustomCallouts();
    this.renderCurrentLocation();
    this.renderScaleBar();
    this.builtin.fire('updated', {});
  }

  private firePolylineTap(record: UnknownRecord, event: MouseEvent): void {
    this.builtin.fire('polylinetap', {
      polylineId: asNumber(record['id'], 0),
      ...this.locationAt(event.clientX, event.clientY),
    });
  }

  /** Moves the page's own callouts (`slot="callout"`) over the marker whose id they have. */
  private positionCustomCallouts(): void {
    for (const element of this.builtin.element.querySelectorAll<HTMLElement>('.wx-map-custom wx-cover-view')) {
      const id = this.builtin.host.componentOf(element)?.data['markerId'];
      const record = asList(this.builtin.value('markers'))
        .map(asRecord)
        .find((marker) => id !== null && id !== undefined && asNumber(marker['id'], -1) === asNumber(id, -2));
      if (record === undefined) continue;
      const { x, y } = toScreen(
        locations([record])[0] ?? { latitude: 0, longitude: 0 },
        this.camera.camera,
        this.camera.size(),
      );
      const custom = asRecord(record['customCallout']);
      element.style.position = 'absolute';
      const left = x + asNumber(custom['anchorX'], 0);
      const top = y + asNumber(custom['anchorY'], 0) - 38;
      element.style.transform = `translate(calc(${left}px - 50%), calc(${top}px - 100%))`;
    }
  }

  private renderCurrentLocation(): void {
    this.currentLocation.hidden = !this.builtin.flag('showLocation');
    const { x, y } = toScreen(this.builtin.host.settings, this.camera.camera, this.camera.size());
    this.currentLocation.style.transform = `translate(${x}px, ${y}px)`;
  }

  private renderScaleBar(): void {
    const { camera } = this.camera;
    const metres = scaleBarLengths.filter((length) => pixelsOfMetres(length, camera, camera.scale) <= 100).at(-1) ?? 5;
    this.scaleBar.hidden = !this.builtin.flag('showScale');
    this.scaleBar.style.width = `${pixelsOfMetres(metres, camera, camera.scale)}px`;
    this.scaleBar.textContent = metres >= 1000 ? `${metres / 1000} 公里` : `${metres} 米`;
  }
}

/** Adds the location under the finger to the detail of a tap. */
function addTapLocation(detail: unknown, view: MapView): void {
  if (typeof detail !== 'object' || detail === null || !('x' in detail) || !('y' in detail)) return;
  Object.assign(detail, view.locationAt(asNumber(detail.x, 0), asNumber(detail.y, 0)));
}

/** What each attribute changes on the map; before it is in the document it has no size to fit anything into. */
function updaters(builtin: Builtin, view: MapView): Record<string, () => void> {
  const whileAttached = (update: () => void) => (): void => {
    if (builtin.element.isConnected) update();
  };
  const center = whileAttached(() => view.centerOnAttributes());
  const render = (): void => view.render();
  const markers = (): void => view.setMarkers();
  return {
    latitude: center,
    longitude: center,
    scale: center,
    markers,
    covers: markers,
    polygons: render,
    polyline: render,
    circles: render,
    showLocation: render,
    showScale: render,
    includePoints: whileAttached(() => view.include(locations(builtin.value('includePoints')))),
  };
}

export const map: BuiltinDefinition = {
  tag: 'map',
  attributes,
  leadingSlot: { name: 'callout', className: 'wx-map-custom' },
  create(builtin) {
    const view = new MapView(builtin);
    maps.set(builtin.element, view);
    builtin.element.setAttribute('role', 'group');
    builtin.element.setAttribute('aria-label', '地图');
    builtin.element.setAttribute('aria-roledescription', '地图');
    builtin.element.tabIndex = 0;
    builtin.component.addListener('tap', ({ detail }) => addTapLocation(detail, view), { capture: true });
    const sizes = new ResizeObserver(() => view.render());
    return {
      changed: updaters(builtin, view),
      attached: () => {
        sizes.observe(builtin.element);
        view.centerOnAttributes();
        requestAnimationFrame(() => view.include(locations(builtin.value('includePoints'))));
      },
      detached: () => {
        sizes.disconnect();
        view.stop();
      },
    };
  },
};
