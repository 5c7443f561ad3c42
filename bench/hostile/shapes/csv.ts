import { numbered, run, type Shape, shapesFor } from './shape.ts';

const csv = shapesFor('csv', 'a.csv');

/** Tables that repeat one construct. */
export const csvShapes: Shape[] = [
  csv('records', (length) => `headline,body\n${run('a,b\n', length)}`),
  csv('columns', (length) => `headline,body,${run('a,', length)}\nb,c\n`),
  csv('different columns', (length) => `headline,body,${numbered((index) => `a${index},`, length)}\nb,c,d\n`),
  csv('fields beyond the header', (length) => `headline,body\na,b,${run('c,', length)}\n`),
  csv('open quotation mark', (length) => `headline,body\na,"${run('b\n', length)}`),
  csv('quotation marks', (length) => `headline,body\na,${run('"', length)}`),
  csv('quoted fields', (length) => `headline,body\n${run('"a","b"\n', length)}`),
  csv('marks in fields', (length) => `headline,body\n${run('a"b,c"d"\n', length)}`),
  csv('empty lines', (length) => `headline,body\n${run('\n', length)}a,b\n`),
  csv('carriage returns', (length) => `headline,body\r${run('a,b\r', length)}`),
  csv('semicolons', (length) => `headline;body\n${run('a;b\n', length)}`),
  csv('quotation marks never closed in each line', (length) => `headline,body\n${run('"a,b\n', length)}`),
  csv('quotation mark never closed at the end', (length) => `headline,body\n${run('a,b\n', length)}a,"b`),
  csv(
    'thousands of columns and rows',
    (length) =>
      `headline,body,${run('a,', length / 2)}\n${run(`b,c${','.repeat(Math.ceil(length / 40))}\n`, length / 2)}`,
  ),
  csv(
    'different columns with rows',
    (length) =>
      `headline,body${numbered((at) => `,a${at}`, length / 2)}\n${run(`b,c${',d'.repeat(Math.floor(length / 14))}\n`, length / 2)}`,
  ),
  csv('long fields', (length) => `headline,body\nPier,"${run('It is open.\n\n', length)}"\n`),
  csv('tabs', (length) => `headline\tbody\n${run('a\tb\n', length)}`),
  csv('doubled quotation marks', (length) => `headline,body\na,"${run('""', length)}"\n`),
  csv('quoted line breaks', (length) => `headline,body\n${run('a,"b\n"\n', length)}`),
  csv('same columns', (length) => `headline,body${run(',body', length)}\na,b\n`),
];
