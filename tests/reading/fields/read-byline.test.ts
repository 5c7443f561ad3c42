import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readByline } from '../../../src/reading/fields/read-byline.ts';

const names = (text: string) => readByline(text)?.authors.map(({ name }) => name);
const agencies = (text: string) =>
  readByline(text)
    ?.authors.filter(({ kind }) => kind === 'agency')
    .map(({ name }) => name);

describe('a byline names', () => {
  it('one person, without "By"', () => {
    expect(readByline('By Ann Lee')).toEqual({
      byline: 'Ann Lee',
      authors: [{ name: 'Ann Lee', kind: 'person', role: null, email: null }],
    });
  });
  it.each([
    ['By Ann Lee and Bo Ek', ['Ann Lee', 'Bo Ek']],
    ['By Ann Lee, Bo Ek & Cy Dow', ['Ann Lee', 'Bo Ek', 'Cy Dow']],
    ['Von Hans Meier und Eva Groß', ['Hans Meier', 'Eva Groß']],
    ['Par Jean-Pierre Léaud et Anne Roux', ['Jean-Pierre Léaud', 'Anne Roux']],
    ['By Jose da Silva | Nov. 3, 2024', ['Jose da Silva']],
    ['By Ann Lee, MS, RDN', ['Ann Lee']],
    ['By Ludwig van der Berg, Jr.', ['Ludwig van der Berg, Jr.']],
  ])('several persons: %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
  it.each([
    ['By Yonhap', ['Yonhap']],
    ['The Associated Press', ['The Associated Press']],
    ['By Staff', ['Staff']],
    ['By Breitbart News', ['Breitbart News']],
    ['By Michael Connor, Reuters', ['Reuters']],
    ['By Ann Lee (AFP)', ['AFP']],
    ['Staff reporters', ['Staff reporters']],
    ['By Our Foreign Staff', ['Our Foreign Staff']],
    ['Office of Information Policy', ['Office of Information Policy']],
    ['U.S. Department of Homeland Security', ['U.S. Department of Homeland Security']],
    ['Data.gov', ['Data.gov']],
    ['Federal Depository Library Program', ['Federal Depository Library Program']],
  ])('an agency or desk: %s', (text, expected) => {
    expect(agencies(text)).toEqual(expected);
  });
});

it.each([
  ['By ANN LEE and BO EK, Associated Press Writers', ['Ann Lee', 'Bo Ek'], 'Associated Press Writers'],
  ['By Ann Lee, Bo Ek and Cy Dow, Staff Reporters', ['Ann Lee', 'Bo Ek', 'Cy Dow'], 'Staff Reporters'],
  ['By Ann Lee, Political Editor, and Bo Ek', ['Ann Lee', 'Bo Ek'], 'Political Editor'],
  ['Por Ana Ruiz, corresponsal en Madrid', ['Ana Ruiz'], 'corresponsal'],
  ['By Ann Lee Special to the Post', ['Ann Lee'], 'Special to the Post'],
])('a role after names is theirs: %s', (text, people, role) => {
  expect(names(text)).toEqual(people);
  expect(readByline(text)?.authors[0]?.role).toBe(role);
});

it('keeps the particles of a surname, which are words for "by" too', () => {
  expect(names('von der Leyen')).toEqual(['von der Leyen']);
  expect(names('Von der Redaktion')).toEqual(['der Redaktion']);
  expect(names('Von Hans Meier')).toEqual(['Hans Meier']);
});

it('leaves out whom somebody wrote for', () => {
  expect(names('By Ann Lee for The Post')).toEqual(['Ann Lee']);
});

it('takes what was written with an agency for both', () => {
  expect(names('Par Jean Dupont avec AFP')).toEqual(['Jean Dupont', 'AFP']);
  expect(agencies('By AFP - Agence France Presse')).toEqual(['AFP', 'Agence France Presse']);
});

it('keeps roles and addresses with the person before them', () => {
  expect(readByline('BY ANN LEE, STAFF WRITER')?.authors).toEqual([
    { name: 'Ann Lee', kind: 'person', role: 'STAFF WRITER', email: null },
  ]);
  expect(readByline('By Kim Soo-yeon (sooyeon@example.com)')?.authors[0]).toMatchObject({
    name: 'Kim Soo-yeon',
    email: 'sooyeon@example.com',
  });
  expect(readByline('By Staff Writer Ann Lee')?.authors[0]).toMatchObject({
    name: 'Ann Lee',
    role: 'Staff Writer',
  });
  expect(readByline('홍길동 기자')?.authors[0]).toMatchObject({
    name: '홍길동',
    kind: 'person',
    role: '기자',
  });
});

it('tells where from who, and authors from contributors', () => {
  expect(readByline('By Ann Lee in Seoul, with contributions from Cy Dow')?.authors).toMatchObject([
    { name: 'Ann Lee', role: null },
    { name: 'Cy Dow', role: 'with contributions from' },
  ]);
});

it.each([
  ["By MARY JO O'NEIL", "Mary Jo O'Neil"],
  ['By J.R. SMITH III', 'J.R. Smith III'],
  ['By ANN McDONALD', 'Ann McDonald'],
  ['By LUDWIG VAN DER BERG', 'Ludwig van der Berg'],
])('restores names in capitals: %s', (text, name) => {
  expect(names(text)).toEqual([name]);
});

it.each([
  '',
  'By',
  'By far the largest storm',
  'By surprise the minister resigned on Monday.',
  'By 1991, earnings may double',
  'By Monday',
])('takes no sentence for a byline: %s', (text) => {
  expect(readByline(text)).toBeUndefined();
});

it('never throws, and names somebody whenever it gives a byline', () => {
  const words = fc.constantFrom(
    'By ',
    'and ',
    ', ',
    'Ann ',
    'LEE ',
    'a@b.co ',
    '(',
    ')',
    'Jr. ',
    'AP ',
    'van ',
    '기자',
    '|',
    'with reporting by ',
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(words).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = readByline(text);
      expect(read === undefined || read.authors.every(({ name }) => name.trim() !== '')).toBe(true);
    }),
  );
});

it.each([
  ['By John Hartwell Jr. and Ana de la Cruz', 'John Hartwell Jr.|Ana de la Cruz'],
  ['Von Hans-Peter Müller und Jörg Weiß, Berlin', 'Hans-Peter Müller|Jörg Weiß'],
  ['Von Hans-Peter Müller, dpa', 'Hans-Peter Müller|dpa'],
  ['Από την Ελένη Παππά', 'Ελένη Παππά'],
  ['Του Γιώργου Παππά', 'Γιώργου Παππά'],
  ['Της Ελένης Παππά', 'Ελένης Παππά'],
  ['Γράφει ο Γιώργος Παππάς', 'Γιώργος Παππάς'],
  ['Par Marie Durand, à Paris', 'Marie Durand'],
  ['Par Marie Durand (avec AFP)', 'Marie Durand|AFP'],
  ['Par Marie Durand avec AFP', 'Marie Durand|AFP'],
  ['Di Maria Rossi e Luca Bianchi', 'Maria Rossi|Luca Bianchi'],
  ['di Maria Rossi, inviata a Roma', 'Maria Rossi'],
  ['Por Juan Pérez, Madrid', 'Juan Pérez'],
  ['Por: Juan Pérez y Ana Gómez', 'Juan Pérez|Ana Gómez'],
  ['Door Jan de Vries', 'Jan de Vries'],
  ['Door onze redacteur Jan de Vries', 'Jan de Vries'],
  ['Af Mette Hansen og Lars Holm', 'Mette Hansen|Lars Holm'],
  ['Av Kari Nordmann', 'Kari Nordmann'],
  ['Av: Kari Nordmann (NTB)', 'Kari Nordmann|NTB'],
  ['Przez Jana Kowalskiego', 'Jana Kowalskiego'],
  ['Autor: Jan Kowalski', 'Jan Kowalski'],
  ['Od Petra Nováka', 'Petra Nováka'],
  ['От Ивана Петрова', 'Ивана Петрова'],
  ['Автор: Иван Петров', 'Иван Петров'],
  ['Иван Петров, корреспондент ТАСС', 'Иван Петров'],
  ['Text: Anna Svensson Foto: Bo Ek', 'Anna Svensson'],
  ['Text: Anna Svensson', 'Anna Svensson'],
  ['Text und Fotos: Eva Groß', 'Eva Groß'],
  ['Reporting by Ida Solberg; Editing by Ola Karlsen', 'Ida Solberg'],
  ['Reporting by Ida Solberg and Dana Okafor; Editing by Ola Karlsen', 'Ida Solberg|Dana Okafor'],
  ['Writing by Ida Solberg; Reporting by Dana Okafor; Editing by Ola Karlsen', 'Ida Solberg|Dana Okafor'],
  ['By Ida Solberg (ida@example.com)', 'Ida Solberg'],
  ['Ida Solberg, Staff Writer', 'Ida Solberg'],
  ['By Ida Solberg in Berlin', 'Ida Solberg'],
  ['By Ida Solberg in Berlin and Dana Okafor in Paris', 'Ida Solberg|Dana Okafor'],
  ['Dana Okafor in Harwick, Ida Solberg in Kalvik', 'Dana Okafor|Ida Solberg'],
  ['J. R. McDonald and A.B. Clarke', 'J. R. McDonald|A.B. Clarke'],
  ['BY J.R. MCDONALD', 'J.R. McDonald'],
  ['By DANA OKAFOR, AP Business Writer', 'Dana Okafor'],
  ['By Dana Okafor for the Harwick Gazette', 'Dana Okafor'],
  [
    'By Dana Okafor, Ida Solberg, and Lena Berg, Associated Press',
    'Dana Okafor|Ida Solberg|Lena Berg|Associated Press',
  ],
  ['By Dana Okafor, Ida Solberg and Lena Berg in Kalvik', 'Dana Okafor|Ida Solberg|Lena Berg'],
  ['By Dana Okafor, London', 'Dana Okafor'],
  ['By Dana Okafor, Washington Correspondent', 'Dana Okafor'],
  ['Dana Okafor, New York', 'Dana Okafor'],
  ['By Dana Okafor and Ida Solberg, LONDON', 'Dana Okafor|Ida Solberg'],
  ['By the Associated Press', 'the Associated Press'],
  ['Marie Durand et Paul Petit, Le Monde', 'Marie Durand|Paul Petit|Le Monde'],
  ['Oleh Budi Santoso', 'Budi Santoso'],
  ['記者 山田太郎', '山田太郎'],
  ['文/李明', '李明'],
  ['记者 李明 王芳', '李明|王芳'],
  ['김지연 기자', '김지연'],
  ['김지연·박민수 기자', '김지연|박민수'],
  ['بقلم أحمد منصور', 'أحمد منصور'],
  ['كتب: أحمد منصور', 'أحمد منصور'],
  ['أحمد منصور - القاهرة', 'أحمد منصور'],
  ['Yazan: Ali Kaya', 'Ali Kaya'],
  ['Napsal Petr Novák', 'Petr Novák'],
  ['Írta: Kovács János', 'Kovács János'],
  ['Scris de Ion Popescu', 'Ion Popescu'],
  ['Teksti: Maija Meikäläinen', 'Maija Meikäläinen'],
  ['Tekst: Ola Nordmann', 'Ola Nordmann'],
  ['Skrevet af Mette Hansen', 'Mette Hansen'],
  ['Redacción: Juan Pérez', 'Juan Pérez'],
  ['Tác giả: Nguyễn Văn A', 'Nguyễn Văn A'],
  ['par Marie Durand, journaliste', 'Marie Durand'],
  ['Una crónica de Juan Pérez', 'Juan Pérez'],
  ['JUAN PÉREZ / ANA GÓMEZ', 'Juan Pérez|Ana Gómez'],
  ['Juan Pérez / Madrid', 'Juan Pérez'],
  ['JUAN PÉREZ Madrid', 'Juan Pérez'],
  ['Fábio Moreira da Silva Junior', 'Fábio Moreira da Silva Junior'],
  ['By Abby Goodwin with files from the Canadian Press', 'Abby Goodwin|the Canadian Press'],
  ['Words by Ida Solberg, photography by Ola Karlsen', 'Ida Solberg'],
  ['By Ida Solberg | Photos by Ola Karlsen', 'Ida Solberg'],
  ['By Ida Solberg, Political Editor', 'Ida Solberg'],
  ['Af Mette Hansen, København', 'Mette Hansen'],
  ['By Dana Okafor, Ph.D. and Ida Solberg', 'Dana Okafor, Ph.D.|Ida Solberg'],
  ['Interview: Eva Groß', 'Eva Groß'],
  ['Ein Interview von Eva Groß', 'Eva Groß'],
  ['Eine Analyse von Eva Groß und Jörg Weiß', 'Eva Groß|Jörg Weiß'],
  ['Aus Brüssel berichtet Eva Groß', 'Eva Groß'],
  ['Eva Groß, Brüssel', 'Eva Groß'],
  ['dokafor@example.com (Dana Okafor)', 'Dana Okafor'],
  ['By Dana Okafor Staff Writer', 'Dana Okafor'],
  ['By Washington Post Staff Writer', 'Washington Post Staff Writer'],
  ['Par Marie DURAND et Paul PETIT', 'Marie Durand|Paul Petit'],
  ['AV KARI NORDMANN OG OLA HANSEN', 'Kari Nordmann|Ola Hansen'],
  ['Της Ελένης Παππά και του Γιώργου Νίκου', 'Ελένης Παππά|Γιώργου Νίκου'],
  ['أحمد منصور، القاهرة', 'أحمد منصور'],
])('names the authors of bylines as newspapers print them: %s', (text, names) => {
  expect(
    readByline(text)
      ?.authors.map(({ name }) => name)
      .join('|'),
  ).toBe(names);
});

it.each([
  ['Av Eva Lind/NTB', ['Eva Lind', 'NTB']],
  ['By Ann Lee/Associated Press', ['Ann Lee', 'Associated Press']],
  ['By Ann Lee/Bo Ek', ['Ann Lee/Bo Ek']],
])('an agency after a slash stands beside the name: %s', (line, names) => {
  expect(readByline(line)?.authors.map(({ name }) => name)).toEqual(names);
});
