import type { PartDefinition } from '../../support/part';

const wideSpaces: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };

/** Keeps every space of the text visible, also in text that arrives later. */
function keepSpaces(element: HTMLElement, space: () => string | undefined): () => void {
  const replace = (): void => {
    const wide = space();
    if (wide === undefined) return;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      if (text.includes(' ')) node.nodeValue = text.replaceAll(' ', wide);
    }
  };
  const observer = new MutationObserver(replace);
  return () => {
    observer.disconnect();
    if (space() !== undefined) observer.observe(element, { childList: true, characterData: true, subtree: true });
    replace();
  };
}

/** Entities of `decode` are resolved by the template compiler already. */
export const text: PartDefinition = {
  tag: 'text',
  attributes: { selectable: false, userSelect: false, space: '', decode: false, overflow: 'visible', maxLines: null },
  create(part) {
    const select = (): void => {
      part.element.toggleAttribute('user-select', part.flag('userSelect') || part.flag('selectable'));
    };
    const keep = keepSpaces(part.element, () => wideSpaces[part.text('space')]);
    return { changed: { userSelect: select, selectable: select, space: keep }, attached: keep };
  },
};

/** Skyline's inline box; in a WebView, as here, it is an element that flows with the text. */
export const span: PartDefinition = { tag: 'span', attributes: {}, create: () => ({}) };
