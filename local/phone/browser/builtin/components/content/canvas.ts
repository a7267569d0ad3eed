import type { GeneralComponent, Host } from '../../../host';
import type { BuiltinDefinition } from '../../support/builtin';

/** The node that `SelectorQuery.fields({ node: true })` answers: a canvas with WeChat's own methods. */
export type CanvasNode = HTMLCanvasElement & {
  createImage(): HTMLImageElement;
  createPath2D(path?: string | Path2D): Path2D;
  createImageData(): ImageData;
  requestAnimationFrame(callback: FrameRequestCallback): number;
  cancelAnimationFrame(id: number): void;
};

/** Creates an image whose `src` may be a file of the app. */
function createImage(host: Host, component: GeneralComponent): HTMLImageElement {
  const image = new Image();
  const setSource = (source: string): void => image.setAttribute('src', host.assetUrl(source, component));
  Object.defineProperty(image, 'src', { get: () => image.getAttribute('src') ?? '', set: setSource });
  return image;
}

export const canvas: BuiltinDefinition = {
  tag: 'canvas',
  attributes: { type: '', canvasId: '', disableScroll: false },
  create(builtin) {
    const canvas = builtin.append('canvas', 'wx-canvas-inner');
    Object.assign(canvas, {
      createImage: () => createImage(builtin.host, builtin.component),
      createPath2D: (path?: string | Path2D) => new Path2D(path),
      createImageData: () => new ImageData(canvas.width, canvas.height),
      requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
      cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
    });
    const updateScrollLock = (): void =>
      void builtin.element.toggleAttribute('disable-scroll', builtin.flag('disableScroll'));
    return {
      changed: {
        disableScroll: updateScrollLock,
        canvasId: () => builtin.element.setAttribute('canvas-id', builtin.text('canvasId')),
        ariaLabel: () => builtin.element.setAttribute('role', 'img'),
      },
      // an old canvas (without a type) has the size of its box in pixels
      attached: () => {
        if (builtin.text('type') !== '') return;
        canvas.width = builtin.element.clientWidth || 300;
        canvas.height = builtin.element.clientHeight || 150;
      },
    };
  },
};

/** The drawing canvas inside a `<wx-canvas>`. */
export function canvasNode(element: Element): HTMLCanvasElement | undefined {
  return element.querySelector<HTMLCanvasElement>(':scope > canvas') ?? undefined;
}
