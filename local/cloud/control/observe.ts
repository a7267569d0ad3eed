import type { Hono } from 'hono';
import * as v from 'valibot';
import { sdkEnvironment } from '../environment';
import { faultSchema } from '../observe/faults';
import type { Parts } from '../services';
import { contentRulesPatchSchema } from '../state';
import { readInput } from './input';
import { resetCloud } from './reset';

const DEFAULT_COUNT = 20;

/** What tools look at and turn: traces, faults, cold starts, content rules, reset, the SDK's environment, personas. */
export function addObservation(app: Hono, parts: Parts): void {
  app.get('/local/trace', (context) =>
    context.json(parts.traces.last(Number(context.req.query('last') ?? DEFAULT_COUNT) || 0)),
  );
  app.get('/local/env', (context) => context.json(sdkEnvironment(parts.address.url)));
  app.get('/local/personas', (context) => context.json(parts.options.demo?.personas() ?? []));
  app.get('/local/functions', (context) =>
    context.json(
      parts.functions.list().map((spec) => ({ name: spec.name, timeoutMs: spec.timeoutMs, openapi: spec.openapi })),
    ),
  );
  app.get('/local/faults', (context) => context.json(parts.faults.list()));
  app.post('/local/faults', async (context) => {
    parts.faults.add(await readInput(context, faultSchema));
    return context.json({ faults: parts.faults.list() });
  });
  app.delete('/local/faults', (context) => {
    parts.faults.clear();
    return context.json({ faults: [] });
  });
  app.post('/local/cold-start', async (context) => {
    const { name } = await readInput(context, v.strictObject({ name: v.optional(v.string()) }));
    await parts.functions.coldStart(name);
    return context.json({ ok: true });
  });
  app.post('/local/content-rules', async (context) => {
    const patch = await readInput(context, contentRulesPatchSchema);
    Object.assign(parts.state.value.contentRules, patch);
    parts.state.save();
    return context.json(parts.state.value.contentRules);
  });
  app.post('/local/reset', async (context) => {
    const { scale } = await readInput(
      context,
      v.strictObject({ scale: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 1) }),
    );
    await resetCloud(parts, scale);
    return context.json({
      ok: true,
      collections: parts.database.describe().map(({ name, count }) => ({ name, count })),
    });
  });
}
