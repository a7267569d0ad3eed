import axe from 'axe-core';
import { nameOf, type Fault } from './fault';
import { judge } from './ground';
import { piecesOf, topFrame } from './pieces';

/** How the contrast of the texts on the screen was judged, and what is not known to be right. */
export interface Contrast {
  readonly passed: number;
  readonly violated: number;
  readonly undetermined: number;
  readonly faults: readonly Fault[];
}

const rule = 'color-contrast';

/** The dialog that lies on top, if one is open: what it covers cannot be read, and need not be. */
function topDialog(): Element | undefined {
  return [...document.querySelectorAll('[role=dialog]')].filter((dialog) => dialog.checkVisibility()).at(-1);
}

function told(
  kind: string,
  { element, html, failureSummary = '' }: Pick<axe.NodeResult, 'element' | 'html' | 'failureSummary'>,
): Fault {
  const detail = failureSummary.replace(/\s+/g, ' ');
  return { kind, where: element ? nameOf(element) : html.slice(0, 60), detail };
}

/** What is wrong with a text on which axe-core gave up, or undefined when nothing is. */
function toldBesides(node: axe.NodeResult): Fault | undefined {
  const found = node.element instanceof Element ? judge(node.element) : ({ is: 'undetermined' } as const);
  if (found.is === 'passed') return undefined;
  if (found.is === 'undetermined') return told(`contrast undetermined, ${reasonOf(node)}`, node);
  return { ...told(found.is === 'covered' ? 'text covered' : 'contrast too low', node), detail: found.detail };
}

/** Why axe-core could not judge a text: `bgOverlap`, `bgGradient`, `elmPartiallyObscured`, … */
function reasonOf({ any }: axe.NodeResult): string {
  const data: unknown = any[0]?.data;
  return typeof data === 'object' && data !== null && 'messageKey' in data ? String(data.messageKey) : 'unknown';
}

/** What WeChat's own map draws is not ours to judge (boxes.ts). */
function withoutMaps(include: Element): axe.ElementContext {
  return { include: [include], exclude: ['wx-map'] };
}

/** What axe-core finds wrong on the whole screen; no rule is left out but contrast, which `contrastOf` judges. */
export async function rulesOf(): Promise<Fault[]> {
  const { violations } = await axe.run(withoutMaps(document.documentElement), {
    rules: { [rule]: { enabled: false } },
    resultTypes: ['violations'],
    elementRef: true,
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => told(id, node)));
}

/** Nobody has to read these: what only decorates, and what cannot be used now. */
const exempt = '[aria-hidden=true], [aria-disabled=true], [disabled]';

/** Texts that axe-core passed over: without them, silence would look like a pass. */
function unjudged(ground: Element, judged: ReadonlySet<Element | undefined>): Fault[] {
  const inSight = piecesOf(ground).filter(({ rects }) => rects.some(({ right, bottom }) => right > 0 && bottom > 0));
  const elements = new Set(inSight.map(({ element }) => element));
  return [...elements]
    .filter((element) => !judged.has(element) && !element.closest(exempt))
    .map((element) => ({ kind: 'contrast not judged', where: nameOf(element) }));
}

/**
 * An empty field is judged by its hint, which is what people read there: its text and colour stand in the field
 * meanwhile, and the phone's own drawing of it (.wx-placeholder) is out of the way.
 */
function showHints(ground: ParentNode): () => void {
  const fields = [...ground.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  const hinting = fields
    .filter(({ value, placeholder }) => value === '' && placeholder !== '')
    .map((field) => ({ field, drawn: field.parentElement?.querySelector<HTMLElement>('.wx-placeholder') }));
  for (const { field, drawn } of hinting) {
    field.style.color = drawn ? getComputedStyle(drawn).color : getComputedStyle(field, '::placeholder').color;
    field.value = field.placeholder;
    drawn?.style.setProperty('visibility', 'hidden');
  }
  return () => {
    for (const { field, drawn } of hinting) {
      field.style.removeProperty('color');
      field.value = '';
      drawn?.style.removeProperty('visibility');
    }
  };
}

/**
 * axe-core's own options, but for one: a single figure is a text like any other. They replace the built-in ones as a
 * whole.
 */
const options = {
  ignoreLength: true,
  ...{ ignoreUnicode: true, ignorePseudo: false, boldValue: 700, boldTextPt: 14, largeTextPt: 18 },
  contrastRatio: { normal: { expected: 4.5 }, large: { expected: 3 } },
  ...{ pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.2, textStrokeEmMin: 0.03 },
};
axe.configure({ checks: [{ id: rule, options }] });

/**
 * Judges the contrast of every text in sight of the page on top, or of the dialog that lies over it. That none was
 * judged
 * is a fault, too: then nothing is known.
 */
export async function contrastOf(): Promise<Contrast> {
  const dialog = topDialog();
  const hideHints = showHints(dialog ?? document);
  const { passes, violations, incomplete } = await axe.run(withoutMaps(dialog ?? document.documentElement), {
    runOnly: [rule],
    elementRef: true,
  });
  hideHints();
  const nodesOf = (results: readonly axe.Result[]): axe.NodeResult[] => results.flatMap(({ nodes }) => nodes);
  const [passed, violated, undetermined] = [nodesOf(passes), nodesOf(violations), nodesOf(incomplete)];
  const judged = new Set([...passed, ...violated, ...undetermined].map(({ element }) => element));
  const besides = undetermined.map(toldBesides).filter((fault) => fault !== undefined);
  const open = besides.filter(({ kind }) => kind.startsWith('contrast undetermined')).length;
  const isNothing = passed.length + violated.length + undetermined.length - open === 0;
  return {
    passed: passed.length + undetermined.length - besides.length,
    violated: violated.length + besides.length - open,
    undetermined: open,
    faults: [
      ...(isNothing ? [{ kind: 'no contrast was judged', where: 'screen', detail: `${open} texts` }] : []),
      ...violated.map((node) => told('contrast too low', node)),
      ...besides,
      ...unjudged(dialog ?? topFrame() ?? document.body, judged),
    ],
  };
}
