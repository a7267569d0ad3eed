/**
 * `npm run deploy`: makes a CloudBase environment what the manifest says, then deploys the functions. `--dry-run` only
 * says what it would do: against the environment when its keys are there, else against an empty one. `--no-functions`
 * leaves the functions as they are, `--no-upload` the mini-program.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { manifest, newForms } from '../cloudfunctions/core/schema';
import { contractNumber } from '../miniprogram/contracts/version';
import { functionRules } from '../cloudfunctions/core/schema/function-rules';
import { buildFunctions, distFolder, packNpm } from './build';
import { describeSettings, missingKeys, openManager, perform, readPresent, readTriggers } from './deploy/environment';
import { readHealth } from './deploy/health';
import { expectNothingLost, preflight } from './deploy/preflight';
import type { Manager } from './deploy/manager';
import { describe, migrationRunner, planOf, type Step } from './deploy/plan';
import { dayText } from '../cloudfunctions/core/time/shanghai';
import { chooseSigningKey, describeKey, readVariables, signingKeyName, type SigningKey } from './deploy/signing-key';
import { describeSetup, setupEvent, setupRunner } from './deploy/setup-code';
import { readUpload, uploadMiniprogram } from './deploy/upload';
import { isEntry } from './entry';
import { functionNames } from './functions';
import { readJson } from './json';

const root = path.resolve(__dirname, '..');
const sourceFolder = path.join(root, 'cloudfunctions');

/** Behind a function's step: memory, time limit, time zone, timer, interfaces of WeChat; nothing behind the others. */
export function settingsOf(step: Step): string {
  return step.do === 'function' ? ` (${describeSettings(sourceFolder, step.name)})` : '';
}

/** Plans against what is there and does it, step by step. @returns the steps, done or only planned */
export async function deploy(
  manager: Manager,
  options: { dryRun: boolean; functions: boolean; rotatesKey?: boolean; say: (line: string) => void },
): Promise<Step[]> {
  const names = options.functions ? functionNames : [];
  const present = names.length > 0 ? await readTriggers(manager) : new Map<string, string[]>();
  if (present.has(migrationRunner)) await look(manager, options);
  if (options.functions && !options.dryRun) await buildFunctions(distFolder, undefined, { forCloud: true });
  const steps = planOf(manifest, await readPresent(manager), { names, rules: functionRules, present });
  const key = names.length > 0 && !options.dryRun ? await signingKey(manager, options.rotatesKey ?? false) : undefined;
  for (const step of steps) {
    options.say(`${options.dryRun ? 'would ' : ''}${describe(step)}${settingsOf(step)}`);
    if (!options.dryRun) await perform(manager, step, { folder: distFolder, key });
  }
  if (key) describeKey(key).forEach(options.say);
  if (names.length > 0 && !options.dryRun) (await askSetup(manager)).forEach(options.say);
  return steps;
}

/** Whether this code may follow the one that is there; a dry run only says why not. @throws Error when it may not */
async function look(manager: Manager, { dryRun, say }: { dryRun: boolean; say: (line: string) => void }) {
  const mine = { contract: contractNumber, forms: Object.fromEntries(newForms) };
  const found = preflight(await readHealth(manager, migrationRunner), mine);
  found.warnings.forEach(say);
  if (!dryRun) expectNothingLost(found);
  found.stops.forEach((reason) => say(`would stop: ${reason}`));
}

/** The code of an environment that nobody has set up. */
async function askSetup({ functions }: Manager): Promise<string[]> {
  const { RetMsg, ErrMsg, InvokeResult } = await functions.invokeFunction(setupRunner, setupEvent);
  if (InvokeResult !== 0) throw new Error(`${setupRunner} failed: ${ErrMsg}`);
  const reply: unknown = JSON.parse(RetMsg);
  return describeSetup(reply);
}

/** The environment's key, as the function that anchors has it. */
async function signingKey(manager: Manager, rotates: boolean): Promise<SigningKey> {
  const present = await readVariables(manager, migrationRunner);
  const rotatedOn = rotates ? dayText(new Date()) : undefined;
  return chooseSigningKey({ given: process.env[signingKeyName], present, rotatedOn });
}

/** Uploads the mini-program, last: the functions serve the contract before, so that nobody is locked out meanwhile. */
async function upload(dryRun: boolean, say: (line: string) => void): Promise<void> {
  const { version } = readJson(path.join(root, 'package.json'), v.looseObject({ version: v.string() }));
  const read = readUpload(process.env, { version, description: `contract ${contractNumber}` });
  if (!('appId' in read)) say(`the mini-program is not uploaded: ${read.join(' and ')} are not set`);
  else if (dryRun) say(`would upload mini-program ${version} of ${read.appId} as a trial version`);
  else {
    packNpm();
    await uploadMiniprogram(root, read);
    say(`uploaded mini-program ${version}: choose it as the trial version in the console, and send it to be checked`);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      'no-functions': { type: 'boolean', default: false },
      'no-upload': { type: 'boolean', default: false },
      'rotate-key': { type: 'boolean', default: false },
    },
  });
  const say = (line: string) => console.log(line);
  const missing = missingKeys(process.env);
  if (missing.length === 0) {
    await deploy(openManager(process.env), {
      dryRun: values['dry-run'],
      functions: !values['no-functions'],
      rotatesKey: values['rotate-key'],
      say,
    });
    if (!values['no-upload']) await upload(values['dry-run'], say);
    return;
  }
  const needed = `keys are missing: ${missing.join(', ')} (docs/deploy.md)`;
  if (!values['dry-run']) throw new Error(needed);
  say(`${needed}; this is what an empty environment would get:`);
  for (const step of planOf(manifest, new Map(), {
    names: values['no-functions'] ? [] : functionNames,
    rules: functionRules,
  }))
    say(`would ${describe(step)}${settingsOf(step)}`);
  if (!values['no-upload']) await upload(true, say);
}

if (isEntry(__filename)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
