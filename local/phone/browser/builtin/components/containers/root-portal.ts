import type { BuiltinDefinition } from '../../support/builtin';

/**
 * Moves its children to the end of the page, out of every box that would clip or shift them; the engine's tree stays as
 * written.
 */
export const rootPortal: BuiltinDefinition = {
  tag: 'root-portal',
  attributes: { enable: true },
  innerClass: 'wx-root-portal-content',
  create(builtin) {
    const content = builtin.element.querySelector<HTMLElement>(':scope > .wx-root-portal-content');
    const moveContent = (): void => {
      if (content === null || !builtin.element.isConnected) return;
      const page = builtin.flag('enable') ? builtin.element.closest('wx-page') : null;
      (page ?? builtin.element).append(content);
    };
    return { changed: { enable: moveContent }, attached: moveContent, detached: () => content?.remove() };
  },
};
