import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import { messageOf, parseJson } from '../values';

/** The body of a control request. An empty one counts as `{}`. @throws HTTPException 400 that names the field */
export async function readInput<S extends v.GenericSchema>(context: Context, schema: S): Promise<v.InferOutput<S>> {
  const text = await context.req.text();
  try {
    return v.parse(schema, parseJson(text || '{}'));
  } catch (error) {
    throw new HTTPException(400, {
      message: error instanceof v.ValiError ? v.summarize(error.issues) : messageOf(error),
    });
  }
}
