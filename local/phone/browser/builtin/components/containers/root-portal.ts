import type { PartDefinition } from '../../support/part';

/** Its children stand at the end of the page, out of every box that would clip or shift them; the engine's tree stays as written. */
export const rootPortal: PartDefinition = {
  tag: 'root-portal',
  attributes: { enable: true },
  innerClass: 'wx-root-portal-content',
  create(part) {
    const content = part.element.querySelector<HTMLElement>(':scope > .wx-root-portal-content');
    const place = (): void => {
      if (content === null || !part.element.isConnected) return;
      const page = part.flag('enable') ? part.element.closest('wx-page') : null;
      (page ?? part.element).append(content);
    };
    return { changed: { enable: place }, attached: place, detached: () => content?.remove() };
  },
};
