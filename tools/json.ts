import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** Reads a JSON file and holds it against a schema. @throws ValiError when the file says something else */
export function readJson<Schema extends v.GenericSchema>(file: string, schema: Schema): v.InferOutput<Schema> {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return v.parse(schema, content);
}
