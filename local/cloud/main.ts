import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { readRule, simplePermissions } from './rules/permission';
import { startCloud } from './index';
import { messageOf, parseJson } from './values';

const usage =
  'npm run cloud -- --functions <folder> --data <folder> --port <n> [--strict] [--manifest <json file>] ' +
  '[--duplicate-key-form E11000|DATABASE_DUPLICATE_WRITE]';

/** Says what is wrong with a rule, if something is. */
function explainRule(rule: Record<string, unknown>, report: (message: string) => void): void {
  try {
    readRule(rule);
  } catch (error) {
    report(messageOf(error));
  }
}

const manifestSchema = v.object({
  collections: v.array(
    v.object({
      name: v.string(),
      indexes: v.array(
        v.object({
          name: v.string(),
          fields: v.array(v.object({ name: v.string(), direction: v.picklist([1, -1, '2dsphere']) })),
          unique: v.optional(v.boolean(), false),
          sparse: v.optional(v.boolean(), false),
        }),
      ),
      permission: v.exactOptional(v.picklist(simplePermissions)),
      rule: v.exactOptional(
        v.pipe(
          v.record(v.picklist(['read', 'write', 'create', 'update', 'delete']), v.union([v.boolean(), v.string()])),
          v.rawCheck(({ dataset, addIssue }) => {
            if (dataset.typed) explainRule(dataset.value, (message) => addIssue({ message }));
          }),
        ),
      ),
    }),
  ),
  storageRule: v.exactOptional(
    v.object({ read: v.union([v.boolean(), v.string()]), write: v.union([v.boolean(), v.string()]) }),
  ),
  functionRules: v.optional(v.record(v.string(), v.object({ invoke: v.boolean() })), {}),
});

const numberFrom = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new Error(`--port ${text}: no port`);
  return value;
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      functions: { type: 'string' },
      data: { type: 'string', default: '.local' },
      port: { type: 'string', default: '8520' },
      strict: { type: 'boolean', default: false },
      manifest: { type: 'string' },
      'duplicate-key-form': { type: 'string', default: 'E11000' },
    },
  });
  if (values.functions === undefined) throw new Error(`usage: ${usage}`);
  if (!existsSync(values.functions)) throw new Error(`--functions ${values.functions}: no such folder`);
  const cloud = await startCloud({
    functionsFolder: path.resolve(values.functions),
    dataFolder: path.resolve(values.data),
    port: numberFrom(values.port),
    strict: values.strict,
    duplicateKeyForm: v.parse(v.picklist(['E11000', 'DATABASE_DUPLICATE_WRITE']), values['duplicate-key-form']),
    log: (line) => console.log(line),
    ...(values.manifest !== undefined && {
      manifest: v.parse(manifestSchema, parseJson(readFileSync(values.manifest, 'utf8'))),
    }),
  });
  const stop = () => void cloud.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  console.log(`ready ${cloud.url}`);
}

main().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exit(1);
});
