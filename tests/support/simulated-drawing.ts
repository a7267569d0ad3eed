/**
 * Draws templates by `miniprogram-simulate`: WeChat's old framework over the program of its old compiler. Runs as a
 * process of its own, because the framework needs a document, which neither a browser's driver nor a build of the phone
 * stands beside it: reads `{ folder, drawings: [{ file, data }] }` as JSON and writes the texts, in the same order.
 */
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { oldCompilerRenderer } from '../../tools/old-compiler';

interface Asked {
  readonly folder: string;
  readonly drawings: readonly { readonly file: string; readonly data: Record<string, unknown> }[];
}

/** A node of exparser: texts have `textContent`, elements `childNodes`, a component beside them its `shadowRoot`. */
interface ExparserNode {
  readonly textContent?: string;
  readonly childNodes?: readonly ExparserNode[];
  readonly shadowRoot?: ExparserNode;
}
interface Simulator {
  load(definition: object): string;
  render(id: string): { readonly _exparserNode: ExparserNode };
}

function giveDocument(): void {
  const { window } = new JSDOM('', { url: 'https://pages.test' });
  Object.assign(globalThis, {
    window,
    document: window.document,
    Event: window.Event,
    __webview_engine_version__: 0.02,
  });
}

/** The template's own texts in its order, with what it sends into slots. */
const textOf = ({ childNodes, textContent = '' }: ExparserNode): string =>
  childNodes === undefined ? textContent : childNodes.map(textOf).join('');

function main(): void {
  const { folder, drawings } = JSON.parse(readFileSync(0, 'utf8')) as Asked;
  giveDocument();
  const simulator = require('miniprogram-simulate') as Simulator;
  const rendererOf = oldCompilerRenderer(folder);
  const texts = drawings.map(({ file, data }, at) => {
    const template = rendererOf(`${file}.wxml`);
    const id = simulator.load({ id: `drawing${String(at)}`, template, data, options: { multipleSlots: true } });
    const { shadowRoot } = simulator.render(id)._exparserNode;
    return shadowRoot === undefined ? '' : textOf(shadowRoot);
  });
  process.stdout.write(JSON.stringify(texts));
}

main();
