import type { JsonRecord } from '../app/json';

/**
 * True if a component has class names of its own: with WeChat's styleIsolation `isolated` (the default of components)
 * and `apply-shared`. `shared` components and ordinary pages share the names of app.wxss.
 */
export function isComponentScoped(json: JsonRecord): boolean {
  const isolation = json['styleIsolation'];
  if (isolation === 'isolated' || isolation === 'apply-shared') return true;
  if (isolation === 'page-isolated' || isolation === 'page-apply-shared') return true;
  return isolation === undefined && json['component'] === true;
}
