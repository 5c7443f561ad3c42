import { numbered, run, type Shape, shapesFor } from './shape.ts';

const markdown = shapesFor('markdown', 'a.md');

/** Markdown that repeats one construct, also in its front matter. */
export const markdownShapes: Shape[] = [
  markdown('stars', (length) => run('*', length)),
  markdown('stars and letters', (length) => run('*a ', length)),
  markdown('stars and underscores', (length) => run('*a_ ', length)),
  markdown('emphasis', (length) => run('*a **b ', length)),
  markdown('open links', (length) => run('[a](', length)),
  markdown('open link texts', (length) => run('[a ', length)),
  markdown('open images', (length) => run('![a](b ', length)),
  markdown('images', (length) => run('![a](https://a.example/a.jpg) ', length)),
  markdown('links', (length) => run('[a](https://a.example/) ', length)),
  markdown('reference definitions', (length) => numbered((index) => `[a${index}]: b\n`, length)),
  markdown('references', (length) => `[a]: b\n\n${run('[a] ', length)}`),
  markdown('code marks', (length) => numbered((index) => `a${'`'.repeat(1 + (index % 90))} `, length)),
  markdown('block quotes', (length) => run('> ', length)),
  markdown('block quote lines', (length) => run('> a\n', length)),
  markdown('nested block quotes', (length) => run(`${'>'.repeat(90)} a\n\n`, length)),
  markdown('nested lists', (length) => run(`${'- '.repeat(90)}a\n`, length)),
  markdown('deeper lists', (length) =>
    run(Array.from({ length: 60 }, (_, at) => `${'  '.repeat(at)}- a\n`).join(''), length),
  ),
  markdown('items', (length) => run('- a\n', length)),
  markdown('headings', (length) => run('# a\n', length)),
  markdown('underlined headings', (length) => run('a\n=\n', length)),
  markdown('paragraphs', (length) => run('a b c.\n\n', length)),
  markdown('lines', (length) => run('a\n', length)),
  markdown('less than', (length) => run('<', length)),
  markdown('open tags', (length) => run('<a ', length)),
  markdown('html blocks', (length) => run('<div>\n', length)),
  markdown('comments', (length) => run('<!-- ', length)),
  markdown('instructions', (length) => run('<?a ', length)),
  markdown('CDATA', (length) => run('<![CDATA[ ', length)),
  markdown('backslashes', (length) => run('\\', length)),
  markdown('entities', (length) => run('&a', length)),
  markdown('addresses', (length) => run('<a@b', length)),
  markdown('pipes', (length) => run('|a', length)),
  markdown('rules', (length) => run('---\n', length)),
  markdown('open YAML', (length) => `---\n${run('a: b\n', length)}`),
  markdown(
    'YAML keys',
    (length) =>
      `---\n${numbered((index) => `k${index}: b\n`, Math.min(length, 60_000))}---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'YAML lists',
    (length) => `---\ntags: ${run('[', Math.min(length, 60_000))}\n---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'YAML maps',
    (length) => `---\na: ${run('{a: ', Math.min(length, 60_000))}\n---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'YAML indents',
    (length) =>
      `---\n${Array.from({ length: Math.floor(Math.sqrt(Math.min(length, 60_000))) }, (_, at) => `${' '.repeat(at)}a:\n`).join('')}---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'YAML marks',
    (length) => `---\na: ${run('"', Math.min(length, 60_000))}\n---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'YAML comments',
    (length) => `---\n${run('# a\n', Math.min(length, 60_000))}---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'YAML anchors',
    (length) =>
      `---\n${numbered((index) => `a${index}: &a${index} b\n`, Math.min(length, 60_000))}---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'TOML keys',
    (length) =>
      `+++\n${numbered((index) => `k${index} = 1\n`, Math.min(length, 60_000))}+++\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'TOML tables',
    (length) =>
      `+++\n${numbered((index) => `[a.b${index}]\n`, Math.min(length, 60_000))}+++\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'TOML dotted keys',
    (length) => `+++\n${run('a.', Math.min(length, 60_000))}b = 1\n+++\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'TOML lists',
    (length) => `+++\na = ${run('[', Math.min(length, 60_000))}\n+++\n# Pier opens\n\nIt is.`,
  ),
  ...Object.entries({
    'deep lists': '- ',
    'deep keys': '? ',
    'deep brackets': '[a, ',
    tags: '!a ',
    anchors: '&a ',
    'block scalars': 'a: |\n  b\n',
    'folded lines': 'a\n ',
    'empty documents': '...\n',
    'long key': 'a',
    spaces: ' ',
  }).map(([name, unit]) =>
    markdown(
      `YAML ${name}`,
      (length) =>
        `---\ntitle: Pier\na:\n  ${run(unit, Math.min(length, 60_000))}\n---\n# Pier opens\n\nIt is.`,
    ),
  ),
  markdown(
    'YAML aliases',
    (length) => `---\na: &a b\nc: [${run('*a, ', Math.min(length, 60_000))}]\n---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'YAML aliases of aliases',
    (length) =>
      `---\na0: &a0 [x]\n${Array.from({ length: Math.min(length, 60_000) / 40 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`).join('')}---\n# Pier opens\n\nIt is.`,
  ),
  markdown(
    'YAML nested maps',
    (length) =>
      `---\n${Array.from({ length: Math.min(length / 40, 60) }, (_, at) => `${' '.repeat(at)}a:\n`).join('')}---\n${run('It is open.\n\n', length)}`,
  ),
  markdown('rules of front matter', (length) => `---\n${run('--- \n', length)}`),
  markdown('spaces after rules', (length) => `---\n${run(`---${' '.repeat(80)}a\n`, length)}`),
];
