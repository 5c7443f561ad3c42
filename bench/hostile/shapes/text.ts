import { letters, numbered, run, type Shape, shapesFor } from './shape.ts';

const text = shapesFor('text', 'a.txt');

const constructs: Shape[] = [
  text('one letter a line', (length) => run('a\n', length)),
  text('two words a line', (length) => run('word word\n', length)),
  text('a sentence a line', (length) => run('It rained again.\n', length)),
  text('a sentence a paragraph', (length) => run('Word word.\n\n', length)),
  text('headline-like paragraphs', (length) => run('Pier opens\n\n', length)),
  text('bylines', (length) => run('By Ann Lee\n', length)),
  text('bylines apart', (length) => run('By Ann Lee\n\n', length)),
  text('different bylines', (length) => numbered((index) => `By Ann Lee${letters(index)}\n\n`, length)),
  text('headlines and bylines', (length) => run('Pier opens\n\nBy Ann Lee\n\n', length)),
  text('headlines, bylines, dates', (length) => run('Pier opens\n\nBy Ann Lee\n\nNov. 3, 2024\n\n', length)),
  text('datelines', (length) => run('SEOUL, Nov. 3 (Yonhap) -- The pier opened.\n\n', length)),
  text('datelines of Asia', (length) => run('(서울=연합뉴스) 김지연 기자 = 부두가 열렸다.\n\n', length)),
  text('places and dates', (length) => run('Madrid, 14 de marzo de 2024\n\n', length)),
  text('labels of dates', (length) => run('Published Updated ', length)),
  text('signed dates', (length) => run('Posted on Nov. 3, 2024 by Ann Lee\n\n', length)),
  text('Arabic words', (length) => run('القاهرة ', length)),
  text('Chinese numerals', (length) => run('二〇二四年', length)),
  text('Thai letters', (length) => run('1 มี.ค. ', length)),
  text('colons', (length) => run('NEW DELHI: ', length)),
  text('dates', (length) => run('Published Nov. 3, 2024\n', length)),
  text('furniture', (length) => run('Share on Facebook\n', length)),
  text('related links', (length) => `Related articles\n${run('Pier opens in Seahaven\n', length)}`),
  text('captions', (length) => run('A flood in Rome. (AP Photo/Jane Doe)\n\n', length)),
  text('different captions', (length) =>
    numbered((index) => `A flood ${letters(index)} in Rome. (AP Photo/Jane Doe)\n\n`, length),
  ),
  text('credits', (length) => run('(Yonhap)\n\n', length)),
  text('rules', (length) => run('Pier opens\n\n* * *\n\n', length)),
  text('form feeds', (length) => run('Pier opens\n\f\n', length)),
  text('ends of takes', (length) => run('Pier opens\n\nIt did.\n\nNNNN\n', length)),
  text('metadata', (length) => run('Title: Pier opens\n', length)),
  text('keywords', (length) => `Keywords: ${run('pier, ', length)}\n\nPier opens\n\nIt did.`),
  text('wrapped lines', (length) =>
    run('the pier was opened on a rainy Monday by the mayor of Seahaven and its\n', length),
  ),
  text('indented lines', (length) =>
    run('    The pier was opened on Monday by the mayor\nof the town and\n', length),
  ),
  text('one word', (length) => run('a', length)),
  text('spaces', (length) => `a${run(' ', length)}b`),
  text('tabs', (length) => `${run('\t', length)}b`),
  text('empty lines', (length) => `a\n${run('\n', length)}b`),
  text('full stops', (length) => run('.', length)),
  text('commas', (length) => run('a, ', length)),
  text('hyphens', (length) => run('a-', length)),
  text('numbers', (length) => run('1 ', length)),
  text('digits', (length) => run('1', length)),
  text('slashes', (length) => run('1/', length)),
  text('capitals', (length) => run('A ', length)),
  text('names', (length) => run('Ann Lee ', length)),
  text('different names', (length) => numbered((index) => `Ann ${letters(index)} said so. `, length)),
  text('different last names', (length) =>
    numbered((index) => `${letters(index)} Lee said so. Lee agreed. `, length),
  ),
  text('one last name, many first names', (length) =>
    numbered((index) => `${letters(index)} Lee came. `, length),
  ),
  text('names and short names', (length) =>
    numbered((index) => `Mayor Ann ${letters(index)} came. ${letters(index)} left. `, length),
  ),
  text('lower-case prefixes', (length) => run('van der ', length)),
  text('titles', (length) => run('Mayor ', length)),
  text('roles', (length) => run('Ann Lee, the mayor of Rome, ', length)),
  text('and', (length) => run('Ann Lee and ', length)),
  text('of the', (length) => run('Ministry of the ', length)),
  text('quotes', (length) => run('“It is open,” Ann Lee said. ', length)),
  text('quotes of paragraphs', (length) => run('“It is open,” Ann Lee said.\n\n', length)),
  text('an interview', (length) =>
    numbered(
      (index) =>
        `The council of Rome met again, Mayor Ann ${letters(index % 700)} said. “We will open the pier,” ${letters(index % 700)} added. Bo ${letters(index % 90)}, who runs the harbour, disagreed.\n\n`,
      length,
    ),
  ),
  text('one paragraph of prose', (length) =>
    run('The pier was opened on Monday, said Ann Lee, the mayor. “It is open,” she added. ', length),
  ),
  text('straight quotes', (length) => run('"It is open," Ann Lee said. ', length)),
  text('opened quotes', (length) => run('“Hello there people\n\n', length)),
  text('opened quotes in a paragraph', (length) => run('“Hello there people ', length)),
  text('marks of opened quotes', (length) => run('“', length)),
  text('straight marks', (length) => run('" ', length)),
  text('single marks', (length) => run("'a ", length)),
  text('closed quotes', (length) => run('Hello” ', length)),
  text('apostrophes', (length) => run("a's ", length)),
  text('said', (length) => run('said ', length)),
  text('he said', (length) => run('“No,” he said. ', length)),
  text('brackets', (length) => run('(', length)),
  text('brackets apart', (length) => run('( a ', length)),
  text('square brackets', (length) => run('[', length)),
  text('addresses', (length) => run('a@b.example ', length)),
  text('at signs', (length) => run('a@', length)),
  text('dotted domains', (length) => `a@${run('b.', length)}`),
  text('colons', (length) => run('a: ', length)),
  text('asterisks', (length) => run('*', length)),
  text('greater than', (length) => run('> ', length)),
  text('crumbs', (length) => run('Home > World > ', length)),
  text('combining marks', (length) => `e${run('\u0301', length)}`),
  text('emoji', (length) => run('😀', length)),
  text('CJK', (length) => run('東京', length)),
  text('Korean', (length) => run('서울 ', length)),
  text('Arabic', (length) => run('مرحبا ', length)),
  text('soft hyphens', (length) => run('\u00ad', length)),
  text('control characters', (length) => run('a\u0001\n', length)),
  text('carriage returns', (length) => run('a\r', length)),
  text('topics', (length) => run('interest rates and football ', length)),
];

const headline = 'Pier opens in Seahaven';
const prose =
  'The pier of Seahaven was opened on Monday by its mayor, Ann Lee. It had been closed for three years. Crowds came to see it.';

/** Plain texts that repeat one construct, after the beginning of an article or before it. */
export const textShapes: Shape[] = constructs.flatMap(({ name, path, format, write }) => [
  { name, path, format, write: (length) => `${headline}\n\n${prose}\n\n${String(write(length))}` },
  {
    name: `${name}, first`,
    path,
    format,
    write: (length) => `${String(write(length))}\n\n${headline}\n\n${prose}\n`,
  },
]);
