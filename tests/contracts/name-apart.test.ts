import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * Whoever stands in a list by name stands beside somebody of the same name one day: each view of somebody says what
 * tells them apart (docs/adr/0107-two-people-of-one-name.md), or is here, with why it need not.
 */
const alone: Readonly<Record<string, string>> = {
  'enrolment.ts CentreView': 'it names the household',
  'enrolment.ts PresenceView': 'one member, who was chosen',
  'exchange.ts MemberRecordView': 'one member, who was chosen',
  'help.ts HelpMemberView': 'one member, who was chosen',
  'order-beside.ts NewsToTell': 'it names the order and the place',
  'order.ts NoShowView': 'one of one order, at a time of its own',
  'passbook.ts PassbookView': 'one book, which was chosen',
  'passbook.ts SlipView': 'one book, which was chosen',
  'review.ts ReviewYearView': 'one member, who was chosen',
};

const folder = path.resolve(__dirname, '../../miniprogram/contracts');
/** Fields that tell two people apart by themselves. */
const telling = ['phone', 'placeLabel'];

interface Shape {
  readonly label: string;
  readonly fields: readonly string[];
  readonly parents: readonly string[];
}

function shapesIn(file: string): readonly Shape[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const shapes: Shape[] = [];
  const visit = (node: ts.Node, name: string): void => {
    const own = ts.isInterfaceDeclaration(node) ? node.name.text : name;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) {
      const fields = node.members.flatMap((one) => (ts.isPropertySignature(one) ? [one.name.getText(source)] : []));
      const clauses = ts.isInterfaceDeclaration(node) ? (node.heritageClauses ?? []) : [];
      const parents = clauses.flatMap(({ types }) => types.map((one) => one.getText(source)));
      shapes.push({ label: `${file} ${own}`, fields, parents });
    }
    node.forEachChild((child) => visit(child, own));
  };
  visit(source, '');
  return shapes;
}

const shapes = readdirSync(folder).flatMap((file) => (file.endsWith('.ts') ? shapesIn(file) : []));
/** Interfaces that say what tells apart, by name. */
const parting = new Set(['NameApart']);
for (let before = -1; before < parting.size;) {
  before = parting.size;
  for (const { label, parents } of shapes)
    if (parents.some((parent) => [...parting].some((one) => new RegExp(`\\b${one}\\b`).test(parent))))
      parting.add(label.split(' ')[1] ?? '');
}

test('each view of somebody who has a name says what tells them from another one of it', () => {
  const views = shapes.filter(
    ({ fields }) => fields.includes('personId') && ['name', 'personName'].some((one) => fields.includes(one)),
  );
  expect(views.length).toBeGreaterThan(20);
  const untold = views.filter(
    ({ label, fields }) => !parting.has(label.split(' ')[1] ?? '') && !telling.some((one) => fields.includes(one)),
  );
  expect([...new Set(untold.map(({ label }) => label))].sort()).toEqual(Object.keys(alone).sort());
});
