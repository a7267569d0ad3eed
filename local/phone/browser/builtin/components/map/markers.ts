import type { Part } from '../../support/part';
import { asBag, asNumber, asPixels, asText, isBag, type Bag } from '../../support/values';
import { toScreen, type Camera, type Size } from './projection';
import { location } from './shapes';

const pin = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 34" width="20" height="34"><path fill="#e34d59" d="M10 0a10 10 0 0 1 10 10c0 7-10 24-10 24S0 17 0 10A10 10 0 0 1 10 0Z"/><circle cx="10" cy="10" r="4" fill="#fff"/></svg>')}`;

/** The look that callouts and labels share (小程序 map: callout, label). */
function dress(element: HTMLElement, bag: Bag, ground: string): void {
  element.textContent = asText(bag['content']);
  Object.assign(element.style, {
    color: asText(bag['color'], '#000000'),
    fontSize: `${asNumber(bag['fontSize'], 14)}px`,
    background: asText(bag['bgColor'], ground),
    borderRadius: `${asNumber(bag['borderRadius'], 0)}px`,
    padding: `${asNumber(bag['padding'], 0)}px`,
    textAlign: asText(bag['textAlign'], 'center'),
    border:
      asNumber(bag['borderWidth'], 0) > 0
        ? `${asNumber(bag['borderWidth'], 0)}px solid ${asText(bag['borderColor'], '#000000')}`
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
  private open = false;
  private bag: Bag = {};

  constructor(private readonly part: Part) {
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
    return asNumber(this.bag['id'], 0);
  }

  update(bag: Bag): void {
    this.bag = bag;
    const source = asText(bag['iconPath']);
    const address = source === '' ? pin : this.part.host.assetUrl(source, this.part.component);
    if (this.image.getAttribute('src') !== address) this.image.src = address;
    this.image.style.width = 'width' in bag ? `${asPixels(bag['width'], 20)}px` : '';
    this.image.style.height = 'height' in bag ? `${asPixels(bag['height'], 34)}px` : '';
    this.image.style.transform = `rotate(${asNumber(bag['rotate'], 0)}deg)`;
    this.icon.style.opacity = String(asNumber(bag['alpha'], 1));
    const label = asBag(bag['label']);
    const callout = this.calloutOf();
    this.icon.setAttribute(
      'aria-label',
      asText(bag['ariaLabel'] ?? bag['aria-label']) ||
        asText(bag['title']) ||
        asText(callout['content']) ||
        asText(label['content']) ||
        `标记 ${this.id}`,
    );
    this.label.hidden = !isBag(bag['label']);
    dress(this.label, label, 'transparent');
    dress(this.callout, callout, '#ffffff');
    this.drawCallout();
  }

  place(camera: Camera, size: Size): void {
    const { x, y } = toScreen(location(this.bag), camera, size);
    const anchor = { x: 0.5, y: 1, ...asBag(this.bag['anchor']) };
    this.element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    this.element.style.zIndex = String(asNumber(this.bag['zIndex'], 0));
    this.icon.style.transform = `translate(${-100 * asNumber(anchor.x, 0.5)}%, ${-100 * asNumber(anchor.y, 1)}%)`;
    const label = asBag(this.bag['label']);
    this.label.style.transform = `translate(${asNumber(label['anchorX'], 0)}px, ${asNumber(label['anchorY'], 0)}px)`;
    const callout = this.calloutOf();
    const above = (this.icon.offsetHeight || 34) * asNumber(anchor.y, 1) + 4;
    this.callout.style.transform = `translate(calc(-50% + ${asNumber(callout['anchorX'], 0)}px), calc(-100% - ${above}px + ${asNumber(callout['anchorY'], 0)}px))`;
  }

  showCallout(open: boolean): void {
    this.open = open;
    this.drawCallout();
  }

  private calloutOf(): Bag {
    const callout = asBag(this.bag['callout']);
    return asText(callout['content']) === '' && asText(this.bag['title']) !== ''
      ? { content: this.bag['title'], padding: 6, borderRadius: 4 }
      : callout;
  }

  private drawCallout(): void {
    const callout = this.calloutOf();
    this.callout.hidden = asText(callout['content']) === '' || !(this.open || callout['display'] === 'ALWAYS');
  }

  private on(button: HTMLButtonElement, event: string, act: () => void = () => undefined): void {
    button.addEventListener('click', (click) => {
      click.stopPropagation();
      act();
      this.part.fire(event, { markerId: this.id }, { fields: { markerId: this.id } });
    });
  }
}
