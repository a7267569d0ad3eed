import type { Host } from '../../host';
import { canvasNode } from '../../builtin/components/content/canvas';
import { videoContext } from '../../builtin/components/content/stand-ins';
import { mapContext } from '../../builtin/components/map/context';
import { createTemporaryFile } from '../../builtin/device/temporary-files';
import { asNumber, asText, isFunction } from '../../builtin/support/values';
import { api, ApiFailure, type Answer, type Options } from '../support/call';
import { createLegacyContext } from './canvas-context';

function find(host: Host, selector: string): Element | undefined {
  return host.currentPage()?.view.querySelector(selector) ?? undefined;
}

/** The element with that id in the template of a component, or of the page if none is given. */
function byId(host: Host, id: string, component: unknown): Element | undefined {
  const owner = host.currentPage()?.component;
  const inner: unknown =
    typeof component === 'object' && component !== null && '_$' in component ? component._$ : undefined;
  const root =
    typeof inner === 'object' && inner !== null && 'getShadowRoot' in inner && isFunction(inner.getShadowRoot)
      ? inner.getShadowRoot()
      : owner?.getShadowRoot();
  const found: unknown =
    typeof root === 'object' && root !== null && 'getElementById' in root && isFunction(root.getElementById)
      ? root.getElementById(id)
      : undefined;
  const element: unknown = typeof found === 'object' && found !== null && '$$' in found ? found.$$ : undefined;
  return element instanceof Element ? element : undefined;
}

function requireCanvas(host: Host, options: Options): HTMLCanvasElement {
  const canvas = options['canvas'];
  if (canvas instanceof HTMLCanvasElement) return canvas;
  const element = find(host, `wx-canvas[canvas-id="${CSS.escape(asText(options['canvasId']))}"]`);
  const node = element === undefined ? undefined : canvasNode(element);
  if (node === undefined) throw new ApiFailure('canvas is empty');
  return node;
}

async function toFile(host: Host, options: Options): Promise<Answer> {
  const source = requireCanvas(host, options);
  const width = asNumber(options['width'], source.width);
  const height = asNumber(options['height'], source.height);
  const type = options['fileType'] === 'jpg' ? 'image/jpeg' : 'image/png';
  const copy = document.createElement('canvas');
  copy.width = asNumber(options['destWidth'], width);
  copy.height = asNumber(options['destHeight'], height);
  copy
    .getContext('2d')
    ?.drawImage(
      source,
      asNumber(options['x'], 0),
      asNumber(options['y'], 0),
      width,
      height,
      0,
      0,
      copy.width,
      copy.height,
    );
  const content = await new Promise<Blob | null>((resolve) =>
    copy.toBlob(resolve, type, asNumber(options['quality'], 1)),
  );
  if (content === null) throw new ApiFailure('the canvas could not be read');
  return {
    tempFilePath: createTemporaryFile(
      new File([content], type === 'image/jpeg' ? 'canvas.jpg' : 'canvas.png', { type }),
    ),
  };
}

export function canvasApis(host: Host): Record<string, unknown> {
  return {
    createCanvasContext: (canvasId: unknown) => {
      const node = requireCanvas(host, { canvasId });
      return createLegacyContext(node, (source) => host.assetUrl(source));
    },
    canvasToTempFilePath: api('canvasToTempFilePath', (options) => toFile(host, options)),
    createOffscreenCanvas: (options?: unknown) => {
      const { width, height }: Options = typeof options === 'object' && options !== null ? { ...options } : {};
      return Object.assign(document.createElement('canvas'), {
        width: asNumber(width, 300),
        height: asNumber(height, 150),
        createImage: () => new Image(),
      });
    },
    createVideoContext: (id: unknown, component?: unknown) => videoContext(byId(host, asText(id), component) ?? null),
    createMapContext: (id: unknown, component?: unknown) => {
      const element = byId(host, asText(id), component);
      const context = element === undefined ? undefined : mapContext(element);
      if (context === undefined) console.error(`createMapContext: there is no map with the id ${asText(id)}`);
      return context;
    },
  };
}
