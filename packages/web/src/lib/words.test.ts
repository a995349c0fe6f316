import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { en } from '@clientele/texts';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

const source = fileURLToPath(new URL('..', import.meta.url));

/** Where every word comes from the catalogue. */
const folders = [
  'app',
  'components',
  'lib',
  ...['customers', 'data', 'explore', 'insights', 'lab', 'overview', 'predict', 'report', 'rows', 'segments'].map(
    (name) => `features/${name}`,
  ),
];

/** Names that are the same in every language. */
const names = new Set(['Clientele', '⌘ K']);

/** Keys and attributes whose text is read or heard. */
const heard =
  /^(aria-label|aria-roledescription|alt|title|subtitle|placeholder|label|hiddenLabel|findLabel|name|description|error|help|message|sentence|figure|hint|note|action|why|legend|detail|facts)$/;

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const nameOf = (node: unknown): string => (isNode(node) ? String(node.name ?? node.value ?? '') : '');

const keys = Object.keys(en);
const isKey = (text: string): boolean => text.includes('.') && keys.some((key) => key.startsWith(text));

/** A word, where it is not the key of a message or the beginning of one. */
const isWord = (text: string): boolean => /\p{L}/u.test(text) && !names.has(text.trim()) && !isKey(text);

/** Words in a row are read by somebody, wherever they stand. */
const isPhrase = (text: string): boolean => /\p{L}{2,}[,;:.]? \p{L}{2,}/u.test(text);

/** Errors, which speak as those of the service do; names of files and classes; the faces that pictures are drawn with. */
const isUnread = (node: Node): boolean =>
  node.type === 'ImportDeclaration' ||
  (node.type === 'JSXAttribute' && /^(style|className)$/.test(nameOf(node.name))) ||
  (node.type === 'NewExpression' && /Error$/.test(nameOf(node.callee))) ||
  (node.type === 'Literal' && /Inter Variable/.test(String(node.value)));

/** Texts that an expression may give as they stand: what a call makes of its arguments is not among them. */
function givenBy(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateLiteral')
    return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  if (node.type === 'ConditionalExpression') return [...givenBy(node.consequent), ...givenBy(node.alternate)];
  if (node.type === 'LogicalExpression')
    return [...(node.operator === '&&' ? [] : givenBy(node.left)), ...givenBy(node.right)];
  if (node.type === 'BinaryExpression' && node.operator === '+') return [...givenBy(node.left), ...givenBy(node.right)];
  if (node.type === 'JSXExpressionContainer') return givenBy(node.expression);
  if (node.type === 'TSAsExpression') return givenBy(node.expression);
  return [];
}

function textsOf(node: Node): string[] {
  if (node.type === 'JSXText') return [String(node.value)];
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    return (node.children as Node[]).filter(({ type }) => type === 'JSXExpressionContainer').flatMap(givenBy);
  if (node.type === 'JSXAttribute') return heard.test(nameOf(node.name)) ? givenBy(node.value) : [];
  if (node.type === 'VariableDeclarator') return heard.test(nameOf(node.id)) ? givenBy(node.init) : [];
  if (node.type === 'Literal' || node.type === 'TemplateLiteral') return givenBy(node).filter(isPhrase);
  if (node.type === 'Property') return heard.test(nameOf(node.key)) ? givenBy(node.value) : [];
  return [];
}

function wordsIn(node: unknown, code: string): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => wordsIn(each, code));
  if (!isNode(node) || isUnread(node)) return [];
  const line = () => code.slice(0, node.start).split('\n').length;
  const own = textsOf(node)
    .filter(isWord)
    .map((text) => `${line()}: ${text.trim()}`);
  return [...new Set([...own, ...Object.values(node).flatMap((value) => wordsIn(value, code))])];
}

const find = (path: string, code: string) => wordsIn(parseSync(path, code).program, code);

it('finds words wherever a reader meets them', () => {
  const code = `
    const tile = { id: 'one', label: 'Orders' };
    const hint = isOpen ? text('parts.close') : <b title={isOpen ? 'Shut' : undefined}>{count} lines</b>;
    const menu = <Menu label="parts.close" aria-label={\`Menu of \${name}\`} className="wide">{isOpen && 'Open'}</Menu>;
    const of = (key: string) => (key === 'own' ? \`\${count} begin with it\` : text(\`parts.\${key}\`));
    if (menu === null) throw new Error('There is no menu here');`;
  expect(find('example.tsx', code)).toEqual([
    '2: Orders',
    '3: Shut',
    '3: lines',
    '4: Open',
    '4: Menu of',
    '5: begin with it',
  ]);
});

it.each(folders)('%s says nothing that is not in the catalogue of texts', (folder) => {
  const files = readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
  );
  expect(files.length).toBeGreaterThan(0);
  const found = files.flatMap((file) =>
    find(file, readFileSync(join(source, folder, file), 'utf8')).map((words) => `${folder}/${file}:${words}`),
  );
  expect(found).toEqual([]);
});
