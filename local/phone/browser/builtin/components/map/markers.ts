import type { Builtin } from '../../support/builtin';
import { asRecord, asNumber, asPixels, asText, isRecord, type UnknownRecord } from '../../support/values';
import { toScreen, type Camera, type Size } from './projection';
import { location } from './shapes';

const pinSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 34" width="20" height="34">' +
  '<path fill="#e34d59" d="M10 0a10 10 0 0 1 10 10c0 7-10 24-10 24S0 17 0 10A10 10 0 0 1 10 0Z"/>' +
  '<circle cx="10" cy="10" r="4" fill="#fff"/></svg>';
const pinUrl = `data:image/svg+xml,${encodeURIComponent(pinSvg)}`;

/** Applies the style options that callouts and labels share. */
function applyTextStyle(element: HTMLElement, record: UnknownRecord, background: string): void {
  element.textContent = asText(record['content']);
  Object.assign(element.style, {
    color: asText(record['color'], '#000000'),
    fontSize: `${asNumber(record['fontSize'], 14)}px`,
    background: asText(record['bgColor'], background),
    borderRadius: `${asNumber(record['borderRadius'], 0)}px`,
    padding: `${asNumber(record['padding'], 0)}px`,
    textAlign: asText(record['textAlign'], 'center'),
    border:
      asNumber(record['borderWidth'], 0) > 0
        ? `${asNumber(record['borderWidth'], 0)}px solid ${asText(record['borderColor'], '#000000')}`
        : '0',
  });
}

/** One marker with its callout and label. */
export class Marker {
  readonly element = document.createElement('div');
  private readonly icon = document.createElement('button');
  private readonly image = document.createElement('img');
  private readonly callout = document.createElement('button');
  private readonly label = document.createElement('button');
  private isCalloutShown = false;
  private record: UnknownRecord = {};

  constructor(private readonly builtin: Builtin) {
    this.element.className = 'wx-map-marker';
    this.icon.className = 'wx-map-icon';
    this.callout.className = 'wx-map-callout';
    this.label.className = 'wx-map-label';
    this.image.alt = '';
    this.image.draggable = false;
    this.icon.append(this.image);
    this.element.append(this.label, this.icon, this.callout);
    for (const button of [this.icon, this.callout, this.label]) button.type = 'button';
    this.on(this.icon, 'markertap', () => this.showCallout(true));
    this.on(this.callout, 'callouttap');
    this.on(this.label, 'labeltap');
  }

  get id(): number {
    return asNumber(this.record['id'], 0);
  }

  update(record: UnknownRecord): void {
    this.record = record;
    const source = asText(record['iconPath']);
    const address = source === '' ? pinUrl : this.builtin.host.assetUrl(source, this.builtin.component);
    if (this.image.getAttribute('src') !== address) this.image.src = address;
    this.image.style.width = 'width' in record ? `${asPixels(record['width'], 20)}px` : '';
    this.image.style.height = 'height' in record ? `${asPixels(record['height'], 34)}px` : '';
    this.image.style.transform = `rotate(${asNumber(record['rotate'], 0)}deg)`;
    this.icon.style.opacity = String(asNumber(record['alpha'], 1));
    const label = asRecord(record['label']);
    const callout = this.calloutOf();
    this.icon.setAttribute(
      'aria-label',
      asText(record['ariaLabel'] ?? record['aria-label']) ||
        asText(record['title']) ||
        asText(callout['content']) ||
        asText(label['content']) ||
        `标记 ${this.id}`,
    );
    this.label.hidden = !isRecord(record['label']);
    applyTextStyle(this.label, label, 'transparent');
    applyTextStyle(this.callout, callout, '#ffffff');
    this.renderCallout();
  }

  setPosition(camera: Camera, size: Size): void {
    const { x, y } = toScreen(location(this.record), camera, size);
    const anchor = { x: 0.5, y: 1, ...asRecord(this.record['anchor']) };
    this.element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    this.element.style.zIndex = String(asNumber(this.record['zIndex'], 0));
    this.icon.style.transform = `translate(${-100 * asNumber(anchor.x, 0.5)}%, ${-100 * asNumber(anchor.y, 1)}%)`;
    const label = asRecord(this.record['label']);
    this.label.style.transform = `translate(${asNumber(label['anchorX'], 0)}px, ${asNumber(label['anchorY'], 0)}px)`;
    const callout = this.calloutOf();
    const iconHeightPx = (this.icon.offsetHeight || 34) * asNumber(anchor.y, 1) + 4;
    const left = asNumber(callout['anchorX'], 0);
    const top = asNumber(callout['anchorY'], 0) - iconHeightPx;
    this.callout.style.transform = `translate(calc(-50% + ${left}px), calc(-100% + ${top}px))`;
  }

  showCallout(isShown: boolean): void {
    this.isCalloutShown = isShown;
    this.renderCallout();
  }

  private calloutOf(): UnknownRecord {
    const callout = asRecord(this.record['callout']);
    return asText(callout['content']) === '' && asText(this.record['title']) !== ''
      ? { content: this.record['title'], padding: 6, borderRadius: 4 }
      : callout;
  }

  private renderCallout(): void {
    const callout = this.calloutOf();
    this.callout.hidden =
      asText(callout['content']) === '' || !(this.isCalloutShown || callout['display'] === 'ALWAYS');
  }

  private on(button: HTMLButtonElement, event: string, onTap: () => void = () => undefined): void {
    button.addEventListener('click', (click) => {
      click.stopPropagation();
      onTap();
      this.builtin.fire(event, { markerId: this.id }, { fields: { markerId: this.id } });
    });
  }
}
