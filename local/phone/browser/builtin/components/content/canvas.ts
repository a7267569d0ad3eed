import type { GeneralComponent, Host } from '../../../host';
import type { PartDefinition } from '../../support/part';

/** The node that a page gets from `SelectorQuery.fields({ node: true })`: a canvas with WeChat's own methods. */
export type CanvasNode = HTMLCanvasElement & {
  createImage(): HTMLImageElement;
  createPath2D(path?: string | Path2D): Path2D;
  createImageData(): ImageData;
  requestAnimationFrame(callback: FrameRequestCallback): number;
  cancelAnimationFrame(id: number): void;
};

/** An image whose `src` may name a file of the app. */
function createImage(host: Host, component: GeneralComponent): HTMLImageElement {
  const image = new Image();
  const setSource = (source: string): void => image.setAttribute('src', host.assetUrl(source, component));
  Object.defineProperty(image, 'src', { get: () => image.getAttribute('src') ?? '', set: setSource });
  return image;
}

export const canvas: PartDefinition = {
  tag: 'canvas',
  attributes: { type: '', canvasId: '', disableScroll: false },
  create(part) {
    const surface = part.append('canvas', 'wx-canvas-inner');
    Object.assign(surface, {
      createImage: () => createImage(part.host, part.component),
      createPath2D: (path?: string | Path2D) => new Path2D(path),
      createImageData: () => new ImageData(surface.width, surface.height),
      requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
      cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
    });
    const still = (): void => void part.element.toggleAttribute('disable-scroll', part.flag('disableScroll'));
    return {
      changed: {
        disableScroll: still,
        canvasId: () => part.element.setAttribute('canvas-id', part.text('canvasId')),
        ariaLabel: () => part.element.setAttribute('role', 'img'),
      },
      // an old canvas (without a type) draws in the pixels of its box
      attached: () => {
        if (part.text('type') !== '') return;
        surface.width = part.element.clientWidth || 300;
        surface.height = part.element.clientHeight || 150;
      },
    };
  },
};

/** The drawing surface inside a `<wx-canvas>`. */
export function canvasNode(element: Element): HTMLCanvasElement | undefined {
  return element.querySelector<HTMLCanvasElement>(':scope > canvas') ?? undefined;
}
