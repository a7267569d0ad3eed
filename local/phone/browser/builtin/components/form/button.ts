import { hoverAttributes, registerHover } from '../../support/hover';
import { registerControl } from '../../support/fields';
import { runOpenType } from './open-type';
import type { Part, PartDefinition } from '../../support/part';
import { submitForm } from './form';

const attributes = {
  ...hoverAttributes,
  hoverClass: 'button-hover',
  hoverStartTime: 20,
  hoverStayTime: 70,
  type: 'default',
  size: 'default',
  plain: false,
  disabled: false,
  loading: false,
  formType: '',
  openType: '',
  name: '',
  lang: 'en',
  sessionFrom: '',
  sendMessageTitle: '',
  sendMessagePath: '',
  sendMessageImg: '',
  showMessageCard: false,
  appParameter: '',
  phoneNumberNoQuotaToast: true,
  needShowEntrance: true,
  entrancePath: '',
  activityType: null,
  businessId: null,
};

/** Attributes that the style sheet reads from the host element. */
function reflect(part: Part): void {
  for (const name of ['type', 'size'] as const) part.element.setAttribute(name, part.text(name));
  for (const name of ['plain', 'disabled', 'loading'] as const) part.element.toggleAttribute(name, part.flag(name));
  part.element.setAttribute('aria-disabled', String(part.flag('disabled')));
  part.element.tabIndex = part.flag('disabled') ? -1 : 0;
}

function act(part: Part): void {
  const formType = part.text('formType');
  if (formType === 'submit' || formType === 'reset') submitForm(part, formType);
  if (part.text('openType') !== '') runOpenType(part);
}

export const button: PartDefinition = {
  tag: 'button',
  attributes,
  create(part) {
    part.element.setAttribute('role', 'button');
    registerHover(part);
    registerControl(part.element, () => part.host.tap(part.element));
    const look = (): void => reflect(part);
    look();
    // before any handler of the page: a disabled button hears no tap
    part.component.addListener(
      'tap',
      (event) => {
        if (part.flag('disabled')) event.stopPropagation();
      },
      { capture: true },
    );
    part.component.addListener('tap', () => act(part));
    return { changed: { type: look, size: look, plain: look, disabled: look, loading: look, ariaDisabled: look } };
  },
};
