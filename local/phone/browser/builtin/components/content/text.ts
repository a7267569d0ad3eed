import type { BuiltinDefinition } from '../../support/builtin';

const wideSpaces: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };

/**
 * Replaces every space by a wide one, also in text that is added later. Answers what applies a change of the attribute.
 */
function replaceSpaces(element: HTMLElement, space: () => string | undefined): () => void {
  const replace = (): void => {
    const wideSpace = space();
    if (wideSpace === undefined) return;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      if (text.includes(' ')) node.nodeValue = text.replaceAll(' ', wideSpace);
    }
  };
  const observer = new MutationObserver(replace);
  return () => {
    observer.disconnect();
    if (space() !== undefined) observer.observe(element, { childList: true, characterData: true, subtree: true });
    replace();
  };
}

/** The template compiler resolves the entities of `decode`. */
export const text: BuiltinDefinition = {
  tag: 'text',
  attributes: { selectable: false, userSelect: false, space: '', decode: false, overflow: 'visible', maxLines: null },
  create(builtin) {
    const updateSelectable = (): void => {
      builtin.element.toggleAttribute('user-select', builtin.flag('userSelect') || builtin.flag('selectable'));
    };
    const applySpace = replaceSpaces(builtin.element, () => wideSpaces[builtin.text('space')]);
    return {
      changed: { userSelect: updateSelectable, selectable: updateSelectable, space: applySpace },
      attached: applySpace,
    };
  },
};

/** Skyline's inline box; in a WebView, as here, an inline element. */
export const span: BuiltinDefinition = { tag: 'span', attributes: {}, create: () => ({}) };
