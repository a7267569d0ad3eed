import { idOf } from '../../support/aria';
import { activationOf } from '../../support/fields';
import type { Part, PartDefinition } from '../../support/part';

const controls = 'wx-button, wx-checkbox, wx-radio, wx-switch, wx-input, wx-textarea, wx-slider, wx-picker';

function controlOf(part: Part): Element | undefined {
  const id = part.text('for');
  if (id === '') return part.element.querySelector(controls) ?? undefined;
  const found = part.component.ownerShadowRoot?.getElementById(id)?.$$;
  return found instanceof Element ? found : undefined;
}

/** The label's text names its control for a screen reader, unless the control has a name of its own. */
function nameControl(part: Part): void {
  const control = controlOf(part);
  const target = control?.querySelector('input, textarea') ?? control;
  if (target === undefined || target.hasAttribute('aria-label') || target.hasAttribute('aria-labelledby')) return;
  target.setAttribute('aria-labelledby', idOf(part.element));
}

export const label: PartDefinition = {
  tag: 'label',
  attributes: { for: '' },
  create(part) {
    part.component.addListener('tap', (event) => {
      const control = controlOf(part);
      const tapped = event.target.$$;
      if (control === undefined || (tapped instanceof Element && control.contains(tapped))) return;
      activationOf(control)?.();
    });
    const name = (): void => nameControl(part);
    return { changed: { for: name }, attached: () => queueMicrotask(name) };
  },
};
