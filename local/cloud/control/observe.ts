import type { Hono } from 'hono';
import * as v from 'valibot';
import { sdkEnvironment } from '../environment';
import { faultSchema } from '../observe/faults';
import type { CloudServices } from '../services';
import { contentRulesPatchSchema } from '../state';
import { readInput } from './input';
import { resetCloud } from './reset';

const defaultTraceCount = 20;
const coldStartSchema = v.strictObject({ name: v.optional(v.string()) });
const resetSchema = v.strictObject({
  scale: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 1),
});

/** What tools read: traces, the SDK's environment, personas, functions. */
function addReads(app: Hono, services: CloudServices): void {
  app.get('/local/trace', (context) =>
    context.json(services.traces.last(Number(context.req.query('last') ?? defaultTraceCount) || 0)),
  );
  app.get('/local/env', (context) => context.json(sdkEnvironment(services.address.url)));
  app.get('/local/personas', (context) => context.json(services.options.demo?.personas() ?? []));
  app.get('/local/functions', (context) =>
    context.json(services.functions.list().map(({ name, timeoutMs, openapi }) => ({ name, timeoutMs, openapi }))),
  );
}

/** Planned faults: add one, list them, drop them. */
function addFaults(app: Hono, { faults }: CloudServices): void {
  app.get('/local/faults', (context) => context.json(faults.list()));
  app.post('/local/faults', async (context) => {
    faults.add(await readInput(context, faultSchema));
    return context.json({ faults: faults.list() });
  });
  app.delete('/local/faults', (context) => {
    faults.clear();
    return context.json({ faults: [] });
  });
}

/** What tools read and set: traces, faults, cold starts, content rules, reset, the SDK's environment, personas. */
export function addObservation(app: Hono, services: CloudServices): void {
  addReads(app, services);
  addFaults(app, services);
  app.post('/local/cold-start', async (context) => {
    const { name } = await readInput(context, coldStartSchema);
    await services.functions.coldStart(name);
    return context.json({ ok: true });
  });
  app.post('/local/content-rules', async (context) => {
    const { state } = services;
    Object.assign(state.value.contentRules, await readInput(context, contentRulesPatchSchema));
    state.save();
    return context.json(state.value.contentRules);
  });
  app.post('/local/reset', async (context) => {
    const { scale } = await readInput(context, resetSchema);
    await resetCloud(services, scale);
    const collections = services.database.describe().map(({ name, count }) => ({ name, count }));
    return context.json({ ok: true, collections });
  });
}
