import type { GeneralComponent } from '../../host';

/**
 * glass-easel separates what the page writes on an element from what others add by segments (its StyleSegmentIndex, a
 * constant enumeration that other modules cannot import).
 */
const animationSegment = 2;
const temporarySegment = 3;

/** Sets the CSS declarations of a running `animation`. */
export function setAnimationStyle(component: GeneralComponent, declarations: string): void {
  component.setNodeStyle(declarations, animationSegment);
}

/** Sets CSS declarations of the component itself on its host element; the page's own `style` attribute stays. */
export function setOwnStyle(component: GeneralComponent, declarations: string): void {
  component.setNodeStyle(declarations, temporarySegment);
}

/**
 * Adds or removes a class that a page passed in (`hover-class`) on the host element, in the style scope of the page.
 */
export function toggleClass(component: GeneralComponent, names: string, on: boolean): void {
  for (const name of names.split(/\s+/).filter(Boolean)) component.toggleNodeClass(name, on, temporarySegment);
}

/**
 * Class names as they are in the style sheet of the component's owner: glass-easel prefixes each with the scope's name.
 */
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
