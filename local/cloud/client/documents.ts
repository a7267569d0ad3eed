/** Texts that a client sent, as JSON that may be changed. */
import { isFields, parseJson, type Fields } from '../values';

/** The variable that stands for the caller in a query or in data. */
const openidVariable = '{openid}';

function replaced(value: unknown, openid: string): unknown {
  if (value === openidVariable) return openid;
  if (Array.isArray(value)) return value.map((item) => replaced(item, openid));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, replaced(child, openid)]));
}

/** Reads extended JSON without its types, with `{openid}` replaced. @throws SyntaxError */
export function readSent(text: unknown, openid: string | undefined): Fields {
  const parsed = typeof text === 'string' && text !== '' ? parseJson(text) : {};
  const read = openid === undefined ? parsed : replaced(parsed, openid);
  if (!isFields(read)) throw new SyntaxError('an object was expected');
  return read;
}

/** A query that finds the caller's own documents alone. */
export function ownOf(query: Fields, openid: string): Fields {
  if (!('_openid' in query)) return { ...query, _openid: openid };
  return { $and: [query, { _openid: openid }] };
}

const isOwner = (path: string): boolean => path === '_openid' || path.startsWith('_openid.');

/** Whether an update changes `_openid`, which no client may. */
export function touchesOwner(update: Fields): boolean {
  return Object.entries(update).some(([name, change]) => {
    if (!name.startsWith('$')) return isOwner(name);
    if (!isFields(change)) return false;
    const renamed = name === '$rename' ? Object.values(change).map(String) : [];
    return [...Object.keys(change), ...renamed].some(isOwner);
  });
}

/** What an update sets, as a rule's `request.data` has it: paths become objects. */
export function dataOf(update: Fields): Fields {
  const set = isFields(update['$set']) ? update['$set'] : update;
  const data: Fields = {};
  for (const [path, value] of Object.entries(set)) {
    if (path.startsWith('$')) continue;
    const names = path.split('.');
    const last = names.pop() ?? path;
    const holder = names.reduce<Fields>((at, name) => {
      const child = at[name];
      if (isFields(child)) return child;
      const made: Fields = {};
      at[name] = made;
      return made;
    }, data);
    holder[last] = value;
  }
  return data;
}
