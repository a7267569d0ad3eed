import type { GeneralComponent } from '../../host';

/**
 * glass-easel keeps what the page writes on an element and what others add in separate segments (its StyleSegmentIndex, a constant
 * enumeration that other modules cannot import).
 */
const animation = 2;
const temporary = 3;

/** CSS declarations of a running `animation`. */
export function setAnimationStyle(component: GeneralComponent, declarations: string): void {
  component.setNodeStyle(declarations, animation);
}

/** CSS declarations of the component itself on its host element; the page's own `style` attribute stays. */
export function setOwnStyle(component: GeneralComponent, declarations: string): void {
  component.setNodeStyle(declarations, temporary);
}

/** Brings a class that a page passed in (`hover-class`) onto or off the host element, in the style scope of the page. */
export function toggleClass(component: GeneralComponent, names: string, on: boolean): void {
  for (const name of names.split(/\s+/).filter(Boolean)) component.toggleNodeClass(name, on, temporary);
}

/** Class names as the style sheet of the component's owner has them: glass-easel writes a scope's name before each. */
export function scopedClasses(component: GeneralComponent, names: string): string {
  const owner = component.ownerShadowRoot?.getHostNode();
  const scope = owner?.getComponentOptions().styleScope ?? 0;
  const prefix = owner?.getOwnerSpace().styleScopeManager.queryName(scope) ?? '';
  return names
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => (prefix === '' ? name : `${prefix}--${name}`))
    .join(' ');
}
