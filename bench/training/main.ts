/**
 * `npm run train:person-names -- [--corpus DIR] [--annotated DIR]`: trains the model that recognises person names,
 * and the models of the folds that the bench scores training documents with. About two minutes; same input, same
 * files. What it is trained on, and under which licences: docs/decisions/010-person-names.md.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { readConllDocuments } from './conll-documents.ts';
import { asTraining, type GoldDocument, readGold } from './gold-names.ts';
import { buildNameLists } from './name-lists.ts';
import { writeNewswire } from './newswire.ts';
import { packNameModel } from './pack-name-model.ts';
import { seededRandom } from './random.ts';
import { trainNameModel } from './train-name-model.ts';
import { foldCount, foldFile, foldOf, trainingId } from './training-id.ts';
import { readWordLists } from './word-lists.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    annotated: { type: 'string', default: '../shared/training' },
  },
});

const sources = [
  'GUM news, interview and court (annotations CC BY 4.0; texts CC BY 2.5 and CC BY 4.0)',
  're3d (US government: public domain; UK government: OGL v3.0; DFAT: CC BY 3.0 AU)',
  'Wikigold (CC BY 4.0)',
  'Broad Twitter Corpus, sections F and G (CC BY 4.0)',
  'digital.gov and 18F posts, for their vocabulary (CC0 1.0)',
  'names of @faker-js/faker (MIT); places of GeoNames (CC BY 4.0)',
];
const scale = 0.02;

const missing = ['wikigold.conll', 'btc-f.conll', 'btc-g.conll'].filter(
  (file) => !existsSync(join(values.annotated, file)),
);
if (missing.length > 0) {
  console.error(
    `Not in ${values.annotated}: ${missing.join(', ')}. docs/decisions/010-person-names.md says where they are from.`,
  );
  process.exit(1);
}

const annotated = ['wikigold.conll', 'btc-f.conll', 'btc-g.conll'].flatMap((file) =>
  readConllDocuments(readFileSync(join(values.annotated, file), 'utf8')),
);
// Biographies and travel guides are left out: their texts are CC BY-SA. So is re3d's BBC part: non-commercial.
const gold = [
  ...readGold(values.corpus, 'gum-news'),
  ...readGold(values.corpus, 'gum-other').filter(({ genre }) => genre === 'interview' || genre === 'court'),
  ...readGold(values.corpus, 're3d-open'),
];
const Post = z.object({ body: z.string() });
const prose = ['digitalgov.jsonl.gz', '18f.jsonl.gz'].flatMap((file) =>
  gunzipSync(readFileSync(join(values.corpus, 'public-domain-news', file)))
    .toString()
    .trim()
    .split('\n')
    .map((line) => Post.parse(JSON.parse(line)).body),
);
const words = readWordLists();
const lists = buildNameLists(words, [...prose, ...annotated.map(({ text }) => text)]);
const random = seededRandom(3);
const madeUp = Array.from({ length: 400 }, () => writeNewswire(words, random));

const train = (documents: readonly GoldDocument[], file: URL) => {
  const model = trainNameModel({
    documents: [...annotated, ...documents.map(asTraining)],
    madeUp,
    lists,
    words,
  });
  const trainedOn = documents.map(({ id }) => trainingId(id));
  const bytes = packNameModel(model, { scale, sources, trainedOn });
  writeFileSync(file, bytes);
  console.log(`${file.pathname}: ${bytes.length} bytes, ${documents.length} gold documents`);
};

mkdirSync(new URL('folds/', import.meta.url), { recursive: true });
for (let fold = 0; fold < foldCount; fold++)
  train(
    gold.filter(({ id }) => foldOf(id) !== fold),
    foldFile(fold),
  );
train(gold, new URL('../../src/reading/mentions/discovery/person-names.model', import.meta.url));
