/**
 * Judges the contrast of texts on which axe-core gives up: on a gradient, at an edge, beside something else. What lies
 * beneath each line is asked of the browser at its beginning, its middle and its end.
 */
import { coloursIn, contrastBetween, over, white, type Colour } from './colours';

export type Judgement =
  | { readonly is: 'passed' }
  | { readonly is: 'too low'; readonly detail: string }
  | { readonly is: 'covered'; readonly detail: string }
  | { readonly is: 'undetermined' };

const large = { px: 24, boldPx: 18.66, weight: 700 };
/** A point this far inside of a line's box is on the line. */
const insetPx = 2;

function needed({ fontSize, fontWeight }: CSSStyleDeclaration): number {
  const px = Number.parseFloat(fontSize);
  return px >= large.px || (px >= large.boldPx && Number(fontWeight) >= large.weight) ? 3 : 4.5;
}

function linesOf(element: Element): DOMRect[] {
  const texts = [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== '');
  return texts.flatMap((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  });
}

/** How much of it is seen, its own share and that of what holds it. */
function opacityOf(element: Element): number {
  let opacity = 1;
  for (let box: Element | null = element; box; box = box.parentElement)
    opacity *= Number(getComputedStyle(box).opacity);
  return opacity;
}

/**
 * The colours of a box: one if it is plain, each end if it is a gradient, each over the plain colour. A picture has
 * none that could be told: undefined.
 */
function coloursOf(element: Element): readonly Colour[] | undefined {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  if (/url\(/.test(backgroundImage) || element.matches('img, canvas, video')) return undefined;
  const [plain] = coloursIn(backgroundColor);
  if (backgroundImage === 'none') return plain ? [plain] : [];
  // A stop that lets everything through shows what lies beneath.
  return coloursIn(backgroundImage).map((stop) => (plain && plain.alpha > 0 ? over(stop, over(plain, white)) : stop));
}

/** Every colour that may lie beneath: of two gradients, each end on each. */
function groundsAt(stack: readonly Element[]): readonly Colour[] | undefined {
  let grounds: readonly Colour[] = [white];
  for (const element of [...stack].reverse()) {
    const colours = coloursOf(element);
    if (!colours) return undefined;
    const seen = colours.filter(({ alpha }) => alpha > 0);
    const isClear = colours.length > seen.length || colours.length === 0;
    const painted = seen.flatMap((colour) =>
      grounds.map((ground) => over({ ...colour, alpha: colour.alpha * opacityOf(element) }, ground)),
    );
    grounds = isClear ? [...grounds, ...painted] : painted;
  }
  return grounds;
}

/** Whether something is drawn there that would hide a text beneath it. */
function hides(element: Element): boolean {
  return (coloursOf(element) ?? [white]).some(({ alpha }) => alpha > 0) && opacityOf(element) > 0;
}

function judgeAt(element: Element, x: number, y: number): Judgement {
  const stack = document.elementsFromPoint(x, y);
  const at = stack.findIndex((one) => one === element || element.contains(one));
  if (at < 0) return { is: 'undetermined' };
  const cover = stack.slice(0, at).find((one) => !one.contains(element) && hides(one));
  if (cover) return { is: 'covered', detail: `by ${cover.localName}.${cover.className}` };
  const grounds = groundsAt(stack.slice(at));
  const style = getComputedStyle(element);
  const [ink] = coloursIn(style.color);
  if (!grounds || !ink) return { is: 'undetermined' };
  const drawn = { ...ink, alpha: ink.alpha * opacityOf(element) };
  const lowest = Math.min(...grounds.map((ground) => contrastBetween(over(drawn, ground), ground)));
  if (lowest >= needed(style)) return { is: 'passed' };
  return { is: 'too low', detail: `${lowest.toFixed(2)} : 1, ${needed(style)} needed` };
}

/** The worst of all places of a text; a text without a line in sight is undetermined. */
export function judge(element: Element): Judgement {
  // What lets touches through is drawn all the same.
  const touchable = document.createElement('style');
  touchable.textContent = '* { pointer-events: auto !important }';
  document.head.append(touchable);
  const found = linesOf(element).flatMap(({ left, right, top, bottom }) => {
    const at = (x: number): Judgement => judgeAt(element, x, (top + bottom) / 2);
    // The box around a line that is turned has ends on which nothing of it lies.
    const ends = [at(left + insetPx), at(right - insetPx)].filter(({ is }) => is !== 'undetermined');
    return [at((left + right) / 2), ...ends];
  });
  touchable.remove();
  const order = ['covered', 'too low', 'undetermined', 'passed'] as const;
  const worst = order.map((is) => found.find((one) => one.is === is)).find((one) => one !== undefined);
  return worst ?? { is: 'undetermined' };
}
