/**
 * `npm run deploy`: makes a CloudBase environment what the manifest says, then deploys the functions. `--dry-run` only
 * says what it would do: against the environment when its keys are there, else against an empty one. `--no-functions`
 * leaves the functions as they are.
 */
import { parseArgs } from 'node:util';
import { manifest } from '../cloudfunctions/core/schema';
import { functionRules } from '../cloudfunctions/core/schema/function-rules';
import { buildFunctions, distFolder } from './build';
import { missingKeys, openManager, perform, readPresent } from './deploy/environment';
import type { Manager } from './deploy/manager';
import { describe, migrationRunner, planOf, type Step } from './deploy/plan';
import { dayText } from '../cloudfunctions/core/time/shanghai';
import { chooseSigningKey, describeKey, readVariables, signingKeyName, type SigningKey } from './deploy/signing-key';
import { describeSetup, setupEvent, setupRunner } from './deploy/setup-code';
import { isEntry } from './entry';
import { functionNames } from './functions';

/** Plans against what is there and does it, step by step. @returns the steps, done or only planned */
export async function deploy(
  manager: Manager,
  options: { dryRun: boolean; functions: boolean; rotatesKey?: boolean; say: (line: string) => void },
): Promise<Step[]> {
  const names = options.functions ? functionNames : [];
  if (options.functions && !options.dryRun) await buildFunctions(distFolder, undefined, { forCloud: true });
  const steps = planOf(manifest, await readPresent(manager), { names, rules: functionRules });
  const key = names.length > 0 && !options.dryRun ? await signingKey(manager, options.rotatesKey ?? false) : undefined;
  for (const step of steps) {
    options.say(`${options.dryRun ? 'would ' : ''}${describe(step)}`);
    if (!options.dryRun) await perform(manager, step, { folder: distFolder, key });
  }
  if (key) describeKey(key).forEach(options.say);
  if (names.length > 0 && !options.dryRun) (await askSetup(manager)).forEach(options.say);
  return steps;
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

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      'no-functions': { type: 'boolean', default: false },
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
    return;
  }
  const needed = `keys are missing: ${missing.join(', ')} (docs/deploy.md)`;
  if (!values['dry-run']) throw new Error(needed);
  say(`${needed}; this is what an empty environment would get:`);
  for (const step of planOf(manifest, new Map(), {
    names: values['no-functions'] ? [] : functionNames,
    rules: functionRules,
  }))
    say(`would ${describe(step)}`);
}

if (isEntry(__filename)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
