import { run, type Shape, shapesFor } from './shape.ts';

/** The first lines of an ANPA 1312 message. */
const anpaHeader = '\x16\x16\x01a4102\x1fwires\nr a\x13\x11 BC-US--Pier  11-13 0112\n';

const wire = shapesFor('wire', 'a.tst');

/** Wire messages that repeat one construct. */
export const wireShapes: Shape[] = [
  wire('messages', (length) =>
    run(`${anpaHeader}\x02BC-US--Pier,1<\n^Pier opens<\n\t It did.\n\x03\n`, length),
  ),
  wire('fields', (length) => `${anpaHeader}\x02${run('^Pier opens<\n', length)}`),
  wire('bylines', (length) => `${anpaHeader}\x02${run('^By ANN LEE=\n', length)}`),
  wire('rows', (length) => `${anpaHeader}\x02${run('\x08Pier;1;2{\n', length)}`),
  wire('spaces of columns', (length) => `${anpaHeader}\x02\x08${run('\x1f \x1e', length)}`),
  wire('starts of text', (length) => `${anpaHeader}${run('\x02', length)}a`),
  wire('carets', (length) => `^Aa4102 wires\n${run('^A ^B\n', length)}`),
  wire('lines of a head', (length) => `\x01eca0410 3 i 93  dpa 1888\n\x02${run('EXTRA\n', length)}`),
  wire(
    'slugs',
    (length) => `\x01eca0410 3 i 93  dpa 1888\n${run('pier/', length)}\n\x02Pier opens =\n\nIt did.`,
  ),
  wire(
    'wrapped text',
    (length) => `\x01eca0410 3 i 93  dpa\n\x02Pier opens =\n${run('The pier opened on\n', length)}`,
  ),
  wire('numbers of a kill', (length) => `\x01eca0410 3 i 93  dpa\n\x02KILL =\n${run('eca0411 ', length)}`),
  wire('letters', (length) => `\x01eca0410 3 i 93  dpa\n\x02${run('a', length)}`),
];
