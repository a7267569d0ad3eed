import { categoriesOf } from '../order/rules/categories';
import { communities, type Community } from '../place/community';
import type { Context } from '../platform/context';
import { calendarOf } from './rules/calendar';
import { windowOf } from './rules/window';
import { xmlOf } from './rules/xml';
import { readActivities, readRequest, readRequests } from './read';

/** A question of anybody, as HTTP asks it. `query`: parameters by name. */
export interface Asked {
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
}

export interface Answered {
  readonly status: 200 | 400 | 404;
  readonly type: string;
  readonly body: string;
}

type Reading = Pick<Context, 'database' | 'clock'>;
type Rows = readonly Readonly<Record<string, string | number | boolean>>[];
type Format = 'json' | 'xml';

const types = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' } as const;

function inFormat(
  format: Format,
  [list, item]: readonly [string, string],
  rows: Rows,
  status: Answered['status'] = 200,
) {
  const body = format === 'json' ? JSON.stringify(rows) : xmlOf(list, item, rows);
  return { status, type: types[format], body };
}

const fault = (format: Format, code: 400 | 404, description: string): Answered =>
  inFormat(format, ['errors', 'error'], [{ code, description }], code);

function servicesOf({ policy }: Community): Rows {
  return categoriesOf(policy.order)
    .filter(({ retired }) => !retired)
    .map(({ key, name }) => ({
      ...{ service_code: key, service_name: name, description: '', metadata: false },
      ...{ type: 'realtime', keywords: '', group: '' },
    }));
}

async function requestsOf(context: Reading, { _id }: Community, { query }: Asked, format: Format): Promise<Answered> {
  const window = windowOf(query, context.clock.now());
  if (!window) return fault(format, 400, 'start_date and end_date are W3C dates: 2026-11-28T09:00:00+08:00');
  const statuses = query['status']?.split(',') ?? ['open', 'closed'];
  const codes = query['service_code']?.split(',');
  const found = await readRequests(context, _id, window);
  const rows = found.filter(
    ({ status, service_code }) => statuses.includes(status) && (codes?.includes(service_code) ?? true),
  );
  return inFormat(
    format,
    ['service_requests', 'request'],
    rows.map((row) => ({ ...row })),
  );
}

async function oneOf(context: Reading, { _id }: Community, number: string, format: Format): Promise<Answered> {
  const found = await readRequest(context, _id, number);
  if (!found) return fault(format, 404, `there is no public request ${number}`);
  return inFormat(format, ['service_requests', 'request'], [{ ...found }]);
}

const pathPattern = /^\/(services|requests|requests\/([\w-]{1,40})|activities)\.(json|xml|ics)$/;

/**
 * Answers what anybody may read of a community: `/services`, `/requests`, `/requests/<number>` in Open311 GeoReport
 * v2's JSON or XML, and `/activities.ics`. `jurisdiction_id` is the community's id. Reads alone.
 */
export async function answerPublic(context: Reading, asked: Asked): Promise<Answered> {
  const [, what = '', number, ending] = pathPattern.exec(asked.path) ?? [];
  const format: Format = ending === 'xml' ? 'xml' : 'json';
  const isCalendar = what === 'activities';
  if (what === '' || isCalendar !== (ending === 'ics')) return fault(format, 404, 'there is no such list');
  const jurisdiction = asked.query['jurisdiction_id'] ?? '';
  if (jurisdiction === '') return fault(format, 400, 'jurisdiction_id is missing');
  const community = await context.database.get(communities, jurisdiction);
  if (!community) return fault(format, 404, 'there is no such jurisdiction_id');
  if (isCalendar) {
    const events = await readActivities(context, community._id);
    return {
      status: 200,
      type: 'text/calendar; charset=utf-8',
      body: calendarOf(community.name, community._id, events),
    };
  }
  if (number !== undefined) return oneOf(context, community, number, format);
  if (what === 'services') return inFormat(format, ['services', 'service'], servicesOf(community));
  return requestsOf(context, community, asked, format);
}
