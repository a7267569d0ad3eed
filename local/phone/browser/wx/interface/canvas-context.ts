import { asNumber, asText } from '../../builtin/support/values';
import { loadImage } from '../media/media-files';

type Draw = (context: CanvasRenderingContext2D) => void | Promise<void>;

/** Setters of the old canvas for what are properties of the new one. */
const setters: Readonly<Record<string, (context: CanvasRenderingContext2D, values: readonly unknown[]) => void>> = {
  setFillStyle: (context, [color]) => (context.fillStyle = asText(color)),
  setStrokeStyle: (context, [color]) => (context.strokeStyle = asText(color)),
  setLineWidth: (context, [width]) => (context.lineWidth = asNumber(width, 1)),
  setGlobalAlpha: (context, [alpha]) => (context.globalAlpha = asNumber(alpha, 1)),
  setFontSize: (context, [size]) => (context.font = `${asNumber(size, 10)}px sans-serif`),
  setLineDash: (context, [pattern]) =>
    context.setLineDash(Array.isArray(pattern) ? pattern.map((length) => asNumber(length, 0)) : []),
  setLineCap: (context, [cap]) => (context.lineCap = cap === 'round' || cap === 'square' ? cap : 'butt'),
  setLineJoin: (context, [join]) => (context.lineJoin = join === 'round' || join === 'bevel' ? join : 'miter'),
  setTextAlign: (context, [align]) => (context.textAlign = align === 'center' || align === 'right' ? align : 'left'),
  setTextBaseline: (context, [line]) =>
    (context.textBaseline = line === 'top' || line === 'bottom' || line === 'middle' ? line : 'alphabetic'),
};

const methods = [
  'beginPath',
  'closePath',
  'moveTo',
  'lineTo',
  'arc',
  'arcTo',
  'rect',
  'fill',
  'stroke',
  'clip',
  'fillRect',
  'strokeRect',
  'clearRect',
  'fillText',
  'strokeText',
  'save',
  'restore',
  'translate',
  'rotate',
  'scale',
  'transform',
  'setTransform',
  'quadraticCurveTo',
  'bezierCurveTo',
] as const;

function drawImage(addressOf: (source: string) => string, [source, ...numbers]: readonly unknown[]): Draw {
  return async (context) => {
    const image = await loadImage(addressOf(asText(source)));
    const [x = 0, y = 0, width = image.naturalWidth, height = image.naturalHeight, ...target] = numbers.map((number) =>
      asNumber(number, 0),
    );
    const [toX, toY, toWidth, toHeight] = target;
    if (toX === undefined || toY === undefined || toWidth === undefined || toHeight === undefined)
      context.drawImage(image, x, y, width, height);
    else context.drawImage(image, x, y, width, height, toX, toY, toWidth, toHeight);
  };
}

/** Creates the context of a canvas without `type="2d"`, which collects calls until `draw()`. */
export function createLegacyContext(canvas: HTMLCanvasElement, addressOf: (source: string) => string): object {
  const context = canvas.getContext('2d');
  let queue: Draw[] = [];
  const calls: Record<string, unknown> = {};
  for (const [name, set] of Object.entries(setters))
    calls[name] = (...values: unknown[]) => void queue.push((target) => set(target, values));
  for (const name of methods)
    calls[name] = (...values: unknown[]) =>
      void queue.push((target) => void Reflect.apply(target[name], target, values));
  return Object.assign(calls, {
    drawImage: (...values: unknown[]) => void queue.push(drawImage(addressOf, values)),
    measureText: (text: unknown) => ({ width: context?.measureText(asText(text)).width ?? 0 }),
    createLinearGradient: (...[x0 = 0, y0 = 0, x1 = 0, y1 = 0]: number[]) =>
      context?.createLinearGradient(x0, y0, x1, y1),
    draw: (reserve?: boolean, done?: () => void) => {
      const drawing = queue;
      queue = [];
      if (context === null) return;
      if (reserve !== true) context.clearRect(0, 0, canvas.width, canvas.height);
      void drawing
        .reduce<Promise<void>>((before, next) => before.then(() => next(context)), Promise.resolve())
        .then(done);
    },
  });
}
