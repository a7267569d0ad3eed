/** Nothing that is typed is cut without a word: each field takes as much as the server, and says when it is full. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { routes as api } from '../../cloudfunctions/api/routes';
import { routes as files } from '../../cloudfunctions/files/routes';
import { groupLimit } from '../../miniprogram/contracts/enrolment';
import { maxPapers } from '../../miniprogram/contracts/category';
import { helpLimits } from '../../miniprogram/contracts/help';
import { limits } from '../../miniprogram/contracts/limits';
import { teamLimits } from '../../miniprogram/contracts/team';
import { claimFields, officeFields } from '../../miniprogram/packages/setup/text/setup';
import { miniprogramFolder as root } from '../support/simulate';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const templates = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.wxml') && !file.startsWith('miniprogram_npm'),
);

interface Field {
  readonly name: string;
  readonly attributes: string;
  readonly isText: boolean;
  readonly max: string;
}

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="(?:\\{\\{)?(.*?)(?:\\}\\})?"`).exec(attributes)?.[1];

const heardBy = (attributes: string): string =>
  attribute(attributes, 'data-field') ?? attribute(attributes, 'bind:change') ?? '';

/** A field goes by its page and by what hears it, or by its field of a form. */
const fields: readonly Field[] = templates.flatMap((file) =>
  [...read(file).matchAll(/<form-(input|text)\b([^>]*?)\/?>/g)].map(([, kind = '', attributes = '']) => ({
    name: [path.basename(file, '.wxml'), heardBy(attributes)].join(' '),
    attributes,
    isText: !['number', 'digit'].includes(attribute(attributes, 'type') ?? ''),
    max: maxOf(file, kind, attribute(attributes, 'maxlength')),
  })),
);

/** What stands behind the bound of a field: in the template itself, in the data of its page, or in the component. */
function maxOf(file: string, kind: string, bound: string | undefined): string {
  if (bound === undefined) return kind === 'text' ? 'limits.reasonWords' : 'limits.personName';
  if (!/^max\w+$/.test(bound)) return bound;
  return new RegExp(`\\b${bound}: (.+?)(,? \\}|,$)`, 'm').exec(read(file.replace(/wxml$/, 'ts')))?.[1] ?? bound;
}

const bounds: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.entries(limits).map(([name, value]) => [`limits.${name}`, value])),
  'helpLimits.words': helpLimits.words,
  'teamLimits.name': teamLimits.name,
  'maxPapers * (limits.paperName + 1)': maxPapers * (limits.paperName + 1),
  'groupLimit * (limits.personName + limits.typedPhone)': groupLimit * (limits.personName + limits.typedPhone),
};

/** What takes it: an endpoint and the field of its input. */
const takenBy: Readonly<Record<string, readonly [endpoint: string, field: string] | string>> = {
  'sheet write': 'whose bound is that of the sheet, below',
  'activity writeReason': ['activity.mark', 'marks.0.reason'],
  'activity-form writeTitle': ['activity.create', 'title'],
  'activity-form writePlace': ['activity.create', 'placeName'],
  'walk-in-form writeName': ['activity.addWalkIn', 'name'],
  'teams writeName': ['team.change', 'name'],
  'teams type': ['person.find', 'words'],
  'employers type': ['person.find', 'words'],
  'places writeName': ['place.create', 'name'],
  'posts type': ['person.find', 'words'],
  'hazard writeWords': ['order.create', 'words'],
  'hours writeNote': ['station.changeHours', 'hours.note'],
  'records writeWords': ['site.addRecord', 'words'],
  'complain write': ['complaint.make', 'words'],
  'categories name': ['policy.saveCategory', 'category.name'],
  'categories papers': 'one line for each paper, each read alone',
  'categories writeReason': ['policy.saveCategory', 'reason'],
  'policy write': 'whose bound is that of the setting (tests/functions/platform)',
  'policy writeReason': ['policy.change', 'reason'],
  'search type': ['order.search', 'words'],
  'welcome-list write': ['order.create', 'words'],
  'group write': 'one line for each person, each read alone',
  'intake writeName': ['order.intake', 'name'],
  'intake writePhone': ['order.intake', 'phone'],
  'intake seek': ['order.findDuplicates', 'words'],
  'intake writeWords': ['order.intake', 'words'],
  'triage writeWords': ['order.reclassify', 'wish.words'],
  'move writeName': ['residence.registerIn', 'name'],
  'move writePhone': ['residence.registerIn', 'phone'],
  'exports writeReason': ['export.start', 'reason'],
  'rating-form write': ['order.confirm', 'words'],
  'withheld-notes write': ['order.appealHidden', 'words'],
  'dispatch writeNote': ['order.dispatch', 'note'],
  'dispatch-together writeNote': ['order.dispatch', 'note'],
  'order writeNote': ['order.complete', 'evidence.note'],
  'branches writeName': ['branch.create', 'name'],
  'member-form writeWords': ['person.find', 'words'],
  'member-form write': ['branch.setMember', 'reason'],
  'post-form write': ['person.find', 'words'],
  'transfer-form write': ['branch.proposeTransfer', 'reason'],
  'help-member policy': ['help.recordVisit', 'policy'],
  'help-member needs': ['help.recordVisit', 'needs'],
  'help-member words': ['help.openCase', 'words'],
  'books typeName': ['passbook.list', 'name'],
  'check-slip type': ['passbook.checkSlip', 'code'],
  'grant writePoints': 'a whole number, which may be less than none',
  'grant writeReason': ['passbook.proposeGrant', 'reason'],
  'thank write': ['recognition.thank', 'words'],
  'phone-sheet writeName': ['person.register', 'name'],
  'phone-sheet writePhone': ['person.register', 'phone'],
  'identity writeName': ['person.requestChange', 'name'],
  'identity writePhone': ['person.requestChange', 'phone'],
  'new-order writeWords': ['order.create', 'words'],
  'stock-form writeReason': ['reward.count', 'reason'],
  'good writeName': ['reward.saveGood', 'name'],
  'good writeMeasure': ['reward.saveGood', 'measure'],
  'good writeReason': ['reward.saveGood', 'reason'],
  'claim typeField': 'whose bounds are those of the form, below',
  'office typeField': 'whose bounds are those of the form, below',
};

const inputs: Readonly<Record<string, { readonly input: v.GenericSchema }>> = { ...api, ...files };

/** An input that has nothing but one field, so that it is to be seen what is wrong with that one. */
function inputWith([key = '', ...rest]: readonly string[], value: string): unknown {
  const inner = rest.length === 0 ? value : inputWith(rest, value);
  return key === '0' ? [inner] : { [key]: inner, ...(key === 'note' && { kind: 'phone' }) };
}

/** Whether the field takes so many characters of a name, whatever else the input lacks. */
function takes([endpoint, field]: readonly [string, string], length: number): boolean {
  const at = field.split('.');
  const known = inputs[endpoint];
  if (!known) throw new Error(`no endpoint ${endpoint}`);
  const read = v.safeParse(known.input, inputWith(at, '好'.repeat(length)));
  const faults = (read.issues ?? []).filter((issue) => {
    const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
    return path === field && issue.received !== 'undefined';
  });
  return faults.length === 0;
}

const isPhone = ([, field]: readonly [string, string]): boolean => /phone$/i.test(field);
const isCode = ([, field]: readonly [string, string]): boolean => field === 'code';

test('every field of words is one of two components, which count what is typed or say that they are full', () => {
  expect(templates.filter((file) => /<(input|textarea)\b/.test(read(file))).sort()).toEqual([
    'components/form/form-input/form-input.wxml',
    'components/form/form-text/form-text.wxml',
  ]);
  expect(read('components/form/form-text/form-text.wxml')).toContain('{{value.length}} / {{maxlength}}');
  expect(fields.length).toBeGreaterThan(60);
});

test('the list has every field of words, and no other', () => {
  const names = fields
    .filter(({ isText, attributes }) => isText && !attributes.includes('phoneEnd'))
    .map((one) => one.name);
  expect([...new Set(names)].sort()).toEqual(Object.keys(takenBy).sort());
});

const counted = fields.flatMap((field) => {
  const to = takenBy[field.name];
  return field.isText && typeof to === 'object' ? [{ ...field, to }] : [];
});

test.each(counted.filter(({ to }) => !isPhone(to) && !isCode(to)))(
  '$name takes what $to takes, and no more',
  ({ max, to }) => {
    const bound = bounds[max];
    if (bound === undefined) throw new Error(`${max} is no bound of the contract`);
    expect([takes(to, bound), takes(to, bound + 1)]).toEqual([true, false]);
  },
);

test.each(counted.filter(({ to }) => isPhone(to) || isCode(to)))('$name has room for what $to reads', ({ max, to }) => {
  expect(max).toBe(isPhone(to) ? 'limits.typedPhone' : 'limits.slipCode');
});

test.each([
  ...claimFields.map((field) => ({ ...field, endpoint: 'setup.claim', at: field.key })),
  ...officeFields.map((field) => ({
    ...field,
    endpoint: 'setup.changeOffice',
    at: field.key === 'hoursText' ? 'hours.text' : field.key,
  })),
])('$endpoint takes as many characters of $key as its form', ({ endpoint, key, at, max }) => {
  if (/phone/i.test(key)) expect(max).toBe(limits.typedPhone);
  else if (key === 'code') expect(max).toBe(limits.setupCode);
  else expect([takes([endpoint, at], max), takes([endpoint, at], max + 1)]).toEqual([true, false]);
});
