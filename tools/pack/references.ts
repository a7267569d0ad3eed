import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

const componentsShape = v.looseObject({
  usingComponents: v.optional(v.record(v.string(), v.string()), {}),
  componentGenerics: v.optional(
    v.record(v.string(), v.union([v.boolean(), v.looseObject({ default: v.optional(v.string()) })])),
    {},
  ),
  componentPlaceholder: v.optional(v.record(v.string(), v.string()), {}),
});

/** What one file asks for: `component` stands for the four files of a component, the others for one file. */
export interface Reference {
  readonly kind: 'component' | 'module' | 'file';
  readonly to: string;
}

function inJson(text: string): Reference[] {
  const parsed = v.safeParse(componentsShape, JSON.parse(text));
  if (!parsed.success) return [];
  const { usingComponents, componentGenerics } = parsed.output;
  const generics = Object.values(componentGenerics).flatMap((generic) =>
    typeof generic === 'object' && generic.default !== undefined ? [generic.default] : [],
  );
  return [...Object.values(usingComponents), ...generics].map((to) => ({ kind: 'component', to }));
}

const typeOnly = /\b(?:import|export)\s+type\s[^;'"]*from\s*["'][^"']+["']/g;
const moduleForms = /\b(?:from|import|require)\s*\(?\s*["']([\w@./-]+)["']/g;

function inScript(text: string): Reference[] {
  const names = [...text.replace(typeOnly, '').matchAll(moduleForms)].map((match) => match[1] ?? '');
  return [...new Set(names)].map((to) => ({ kind: 'module', to }));
}

function inMarkup(text: string): Reference[] {
  const forms = /(?:\bsrc\s*=\s*|@import\s+|require\(\s*)["']([^"']+\.(?:wxml|wxs|wxss))["']/g;
  return [...text.matchAll(forms)].map((match) => ({ kind: 'file', to: match[1] ?? '' }));
}

/** Everything that a file of a mini-program names: components, modules, templates, styles and scripts of its markup. */
export function referencesOf(file: string): Reference[] {
  const text = readFileSync(file, 'utf8');
  switch (path.extname(file)) {
    case '.json':
      return inJson(text);
    case '.ts':
    case '.js':
      return inScript(text);
    case '.wxml':
    case '.wxs':
    case '.wxss':
      return inMarkup(text);
    default:
      return [];
  }
}
