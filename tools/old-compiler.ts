/** Holds templates to WeChat's old compiler, which stands behind every page that does not declare glass-easel. */
/// <reference path="./miniprogram-compiler.d.ts" />
import { readdirSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { wxmlToJs } from 'miniprogram-compiler';

const maxBuffer = 64 * 1024 * 1024;
/** What npm packages bring is compiled by their authors. */
const packed = /^miniprogram_npm\//;

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith(ending) && !packed.test(file))
    .sort();
}

function compile(folder: string, templates: readonly string[], scripts: readonly string[]): string {
  return wxmlToJs(folder, { wxmlList: templates, wxsList: scripts, maxBuffer });
}

/** What the compiler says of one template: file, line and column, or that its program does not run. */
function complaintsOf(folder: string, template: string, scripts: readonly string[]): string[] {
  try {
    return withoutRenderer(compile(folder, [template], scripts), [template]);
  } catch (error) {
    return [error instanceof Error ? error.message.trim() : String(error)];
  }
}

/** Templates for which the compiled program has no renderer. */
function withoutRenderer(program: string, templates: readonly string[]): string[] {
  const context = vm.createContext({ templates });
  vm.runInContext('var window = globalThis, navigator = { userAgent: "" };', context);
  const missing: unknown = vm.runInContext(
    `templates.filter((file) => typeof (function () { ${program} })()(file) !== 'function')`,
    context,
  );
  return Array.isArray(missing) ? missing.map((file) => `${String(file)}: the compiler made no renderer of it`) : [];
}

/**
 * Compiles every template of a mini-program for drawing.
 * @returns what draws one (`pages/a/a.wxml`) from its data: a tree of elements with `children`, and texts as leaves
 * @throws Error where the compiler refuses a template
 */
export function oldCompilerDrawing(folder: string): (template: string, data: object) => unknown {
  const program = compile(folder, filesIn(folder, '.wxml'), filesIn(folder, '.wxs'));
  const context = vm.createContext({});
  vm.runInContext('var window = globalThis, navigator = { userAgent: "" };', context);
  // data and tree cross as JSON: scripts of a template compare constructors, which are the context's own
  const draw: unknown = vm.runInContext(
    `(function () {
      var rendererOf = (function () { ${program} })();
      return function (file, json) { return JSON.stringify(rendererOf(file)(JSON.parse(json))); };
    })()`,
    context,
  );
  if (typeof draw !== 'function') throw new Error('the old compiler made no program');
  return (template, data) => JSON.parse(String(draw(template, JSON.stringify(data))));
}

/**
 * Compiles every template of a mini-program for drawing in this process, whose `window` the program reads.
 * @returns what gives the renderer of one (`pages/a/a.wxml`), as WeChat's framework takes it
 * @throws Error where the compiler refuses a template
 */
export function oldCompilerRenderer(folder: string): (template: string) => unknown {
  const program = compile(folder, filesIn(folder, '.wxml'), filesIn(folder, '.wxs'));
  const rendererOf: unknown = vm.runInThisContext(`(function () { ${program} })()`);
  if (typeof rendererOf !== 'function') throw new Error('the old compiler made no program');
  return (template) => {
    const renderer: unknown = rendererOf(template);
    return renderer;
  };
}

/**
 * Compiles every template of a mini-program.
 * @returns what the compiler refuses, one line a template; none when all pass
 */
export function oldCompilerComplaints(folder: string): string[] {
  const templates = filesIn(folder, '.wxml');
  const scripts = filesIn(folder, '.wxs');
  try {
    return withoutRenderer(compile(folder, templates, scripts), templates);
  } catch {
    return templates.flatMap((template) => complaintsOf(folder, template, scripts));
  }
}
