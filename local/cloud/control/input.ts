import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import { BodyTooLarge, readWebBody } from '../http/body';
import { messageOf, parseJson } from '../values';

/** As much as a request of the SDK may have. */
const bodyLimitBytes = 20 * 1024 * 1024;

/**
 * The body as JSON. An empty one counts as `{}`.
 * @throws HTTPException 400 for what is no JSON or is nested too deeply, 413 for a body that is too large
 */
export async function readJson(context: Context): Promise<unknown> {
  try {
    return parseJson((await readWebBody(context.req.raw.body, bodyLimitBytes)).toString() || '{}');
  } catch (error) {
    throw new HTTPException(error instanceof BodyTooLarge ? 413 : 400, { message: messageOf(error) });
  }
}

/** The body of a control request. An empty one counts as `{}`. @throws HTTPException 400 that names the field */
export async function readInput<S extends v.GenericSchema>(context: Context, schema: S): Promise<v.InferOutput<S>> {
  const read = v.safeParse(schema, await readJson(context));
  if (read.success) return read.output;
  throw new HTTPException(400, { message: v.summarize(read.issues) });
}
