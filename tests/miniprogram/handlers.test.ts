/** What a template calls is there when it is called: in the page as it was put together, not in some file beside it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { everyRoute } from '../../local/testing/every-route';
import { miniprogramFolder as root } from '../support/simulate';

/** What the page's file hands to WeChat. */
function definitionOf(route: string): Record<string, unknown> {
  const made: Record<string, unknown>[] = [];
  Object.assign(globalThis, { Page: (definition: Record<string, unknown>) => made.push(definition) });
  jest.isolateModules(() => jest.requireActual(path.join(root, route)));
  expect(made).toHaveLength(1);
  return made[0] ?? {};
}

test.each(everyRoute())('%s has every handler that its template names', (route) => {
  const template = readFileSync(path.join(root, `${route}.wxml`), 'utf8');
  const handlers = [...template.matchAll(/(?:bind|catch):?[\w-]+="(\w+)"/g)].map(([, name = '']) => name);
  const definition = definitionOf(route);
  expect(handlers.filter((name) => typeof definition[name] !== 'function')).toEqual([]);
});
