import { hoverAttributes, registerHover } from '../../support/hover';
import type { PartDefinition } from '../../support/part';

export const view: PartDefinition = {
  tag: 'view',
  attributes: hoverAttributes,
  create(part) {
    registerHover(part);
    return {};
  },
};

/** On a phone it lies above the map; here everything is one layer, so it is a view that may scroll. */
export const coverView: PartDefinition = {
  tag: 'cover-view',
  attributes: { ...hoverAttributes, scrollTop: null, markerId: null },
  create(part) {
    registerHover(part);
    return { changed: { scrollTop: () => (part.element.scrollTop = part.number('scrollTop')) } };
  },
};
