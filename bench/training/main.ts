/**
 * `npm run train:person-names -- --corpus DIR --annotated DIR`: trains the model that recognises person names, and
 * the models of the folds that the bench scores training documents with. About two minutes; same input, same files.
 * What it is trained on, and under which licences: docs/decisions/010-person-names.md.
 *
 * Without `--corpus` it trains on the sample, to try the training out, and writes to bench/data/person-names.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { chooseCorpus } from '../corpus/choose-corpus.ts';
import { readRows } from '../corpus/read-rows.ts';
import { dataFolder } from '../serving/data-folder.ts';
import { readConllDocuments } from './conll-documents.ts';
import { type GoldDocument, readGold, toTrainingDocument } from './gold-names.ts';
import { buildNameLists } from './name-lists.ts';
import { writeNewswire } from './newswire.ts';
import { packNameModel } from './pack-name-model.ts';
import { seededRandom } from './random.ts';
import { trainNameModel } from './train-name-model.ts';
import type { TrainingDocument } from './training-document.ts';
import { foldCount, foldFile, foldOf, trainingId } from './training-id.ts';
import { readWordLists } from './word-lists.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    /** The folder of wikigold.conll, btc-f.conll and btc-g.conll. */
    annotated: { type: 'string' },
  },
});
const corpus = chooseCorpus(values.corpus);

const sources = [
  'GUM news, interview and court (annotations CC BY 4.0; texts CC BY 2.5 and CC BY 4.0)',
  're3d (US government: public domain; UK government: OGL v3.0; DFAT: CC BY 3.0 AU)',
  'Wikigold (CC BY 4.0)',
  'Broad Twitter Corpus, sections F and G (CC BY 4.0)',
  'digital.gov and 18F posts, for their vocabulary (CC0 1.0)',
  'names of @faker-js/faker (MIT); places of GeoNames (CC BY 4.0)',
];
const scale = 0.02;
const trialFolder = join(dataFolder, 'person-names');

const annotated = corpus.isSample ? [] : readAnnotated(values.annotated);
// Biographies and travel guides are left out: their texts are CC BY-SA. So is re3d's BBC part: non-commercial.
const gold = [
  ...readGold(corpus.folder, 'gum-news'),
  ...readGold(corpus.folder, 'gum-other').filter(({ genre }) => genre === 'interview' || genre === 'court'),
  ...readGold(corpus.folder, 're3d-open'),
];
const Post = z.object({ body: z.string() });
const prose = ['digitalgov', '18f'].flatMap((name) =>
  readRows(corpus.folder, `public-domain-news/${name}.jsonl`, Post).map(({ body }) => body),
);
const words = readWordLists();
const lists = buildNameLists(words, [...prose, ...annotated.map(({ text }) => text)]);
const random = seededRandom(3);
const synthetic = Array.from({ length: 400 }, () => writeNewswire(words, random));

const train = (documents: readonly GoldDocument[], place: URL) => {
  const model = trainNameModel({
    documents: [...annotated, ...documents.map(toTrainingDocument)],
    synthetic,
    lists,
    words,
  });
  const trainedOn = documents.map(({ id }) => trainingId(id));
  const bytes = packNameModel(model, { scale, sources, trainedOn });
  const file = corpus.isSample ? join(trialFolder, basename(place.pathname)) : fileURLToPath(place);
  writeFileSync(file, bytes);
  console.log(`${file}: ${bytes.length} bytes, ${documents.length} gold documents`);
};

mkdirSync(trialFolder, { recursive: true });
for (let fold = 0; fold < foldCount; fold++)
  train(
    gold.filter(({ id }) => foldOf(id) !== fold),
    foldFile(fold),
  );
train(gold, new URL('../../src/reading/mentions/discovery/person-names.model', import.meta.url));

/** Reads the annotated sets. Throws an Error that names the missing files. */
function readAnnotated(folder: string | undefined): TrainingDocument[] {
  const where = 'docs/decisions/010-person-names.md says where they are from';
  if (folder === undefined) throw new Error(`--annotated DIR is missing: ${where}`);
  const files = ['wikigold.conll', 'btc-f.conll', 'btc-g.conll'].map((name) => join(folder, name));
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`not found: ${missing.join(', ')}; ${where}`);
  return files.flatMap((file) => readConllDocuments(readFileSync(file, 'utf8')));
}
