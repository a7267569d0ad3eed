/**
 * WeChat's aria-* attributes on DOM elements. Names: 小程序无障碍访问 (aria-role becomes `role`).
 */
const names = [
  'Activedescendant',
  'Atomic',
  'Autocomplete',
  'Busy',
  'Checked',
  'Colcount',
  'Colindex',
  'Colspan',
  'Controls',
  'Current',
  'Describedby',
  'Details',
  'Disabled',
  'Errormessage',
  'Expanded',
  'Flowto',
  'Haspopup',
  'Hidden',
  'Invalid',
  'Keyshortcuts',
  'Label',
  'Labelledby',
  'Level',
  'Live',
  'Modal',
  'Multiline',
  'Multiselectable',
  'Orientation',
  'Owns',
  'Placeholder',
  'Posinset',
  'Pressed',
  'Readonly',
  'Relevant',
  'Required',
  'Role',
  'Roledescription',
  'Rowcount',
  'Rowindex',
  'Rowspan',
  'Selected',
  'Setsize',
  'Sort',
  'Valuemax',
  'Valuemin',
  'Valuenow',
  'Valuetext',
] as const;

export const ariaAttributes: Readonly<Record<string, null>> = Object.fromEntries(
  names.map((name) => [`aria${name}`, null]),
);

/** Roles that are operated by a tap: the keyboard must reach them too. */
const operableRoles = new Set([
  'button',
  'link',
  'checkbox',
  'radio',
  'switch',
  'tab',
  'option',
  'menuitem',
  'menuitemradio',
  'menuitemcheckbox',
  'treeitem',
]);

/** A screen reader ignores the name of a plain element without a role, so that such an element becomes a group. */
const lacksRole = (element: Element): boolean =>
  element.getAttribute('role') === null &&
  ['WX-VIEW', 'WX-TEXT', 'WX-SCROLL-VIEW', 'WX-COVER-VIEW', 'WX-FORM'].includes(element.tagName);

/** Writes one changed aria attribute to the DOM. `name` may be any attribute of the component; others are ignored. */
export function applyAria(target: HTMLElement, host: HTMLElement, name: string, value: unknown): void {
  if (!(name in ariaAttributes)) return;
  const isUnset = value === null || value === undefined || value === '';
  if (name === 'ariaRole') {
    if (isUnset) return;
    target.setAttribute('role', String(value));
    if (operableRoles.has(String(value)) && !target.hasAttribute('tabindex')) host.setAttribute('tabindex', '0');
    return;
  }
  const attribute = `aria-${name.slice(4).toLowerCase()}`;
  if (isUnset) target.removeAttribute(attribute);
  else target.setAttribute(attribute, String(value));
  if (name === 'ariaLabel' && !isUnset && lacksRole(target)) target.setAttribute('role', 'group');
}

export function isOperableRole(role: string | null): boolean {
  return role !== null && operableRoles.has(role);
}

let lastNumber = 0;

/** Answers the id of an element for `aria-labelledby` and the like, after giving it one if it has none. */
export function ensureId(element: Element): string {
  if (element.id === '') element.id = `wx-builtin-${(lastNumber += 1)}`;
  return element.id;
}
