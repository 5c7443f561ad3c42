import { featureBits } from '../../src/reading/mentions/discovery/features.ts';
import type { NameModel } from '../../src/reading/mentions/discovery/name-model.ts';
import { secondPassRows } from '../../src/reading/mentions/discovery/second-pass.ts';
import type { NameLists } from '../../src/reading/mentions/discovery/word-facts.ts';
import { readExamples, readSecondPassExamples, type WeighedDocument } from './examples.ts';
import { seededRandom } from './random.ts';
import { swapNames } from './swap-names.ts';
import { trainChain } from './train-chain.ts';
import type { TrainingDocument } from './training-document.ts';
import type { WordLists } from './word-lists.ts';

const seed = 20240229;
const passes = 6;
const secondPassEpochs = 8;
const parts = 3;
const syntheticWeight = 0.5;

/** What a model learns from. */
export interface TrainingMaterial {
  documents: readonly TrainingDocument[];
  /** Texts that only teach where names stand, not how articles repeat them. */
  synthetic: readonly TrainingDocument[];
  lists: NameLists;
  words: WordLists;
}

/**
 * Trains both readings. The second learns from documents that the first has not seen: the documents are cut into
 * parts, and each part is read by a first reading trained on the others.
 */
export function trainNameModel(material: TrainingMaterial): Omit<NameModel, 'header'> {
  const { documents, lists } = material;
  const first = trainFirst(material, documents);
  const random = seededRandom(seed + 1);
  const recalled = Array.from({ length: parts }, (_, part) => {
    const seen = documents.filter((_document, i) => i % parts !== part);
    const unseen = documents.filter((_document, i) => i % parts === part);
    const model = { lists, first: trainFirst(material, seen) };
    return unseen.flatMap((document) =>
      copies(document, material.words, random).flatMap((copy) => readSecondPassExamples(copy, model)),
    );
  }).flat();
  const table = { rows: secondPassRows, steps: first.steps };
  return { lists, first, second: trainChain(recalled, table, secondPassEpochs, seededRandom(seed + 2)) };
}

function trainFirst(material: TrainingMaterial, documents: readonly TrainingDocument[]) {
  const random = seededRandom(seed);
  const weighed: WeighedDocument[] = [
    ...documents.flatMap((document) => copies(document, material.words, random)),
    ...material.synthetic.map((document) => ({ document, weight: syntheticWeight })),
  ];
  const examples = weighed.flatMap((each) => readExamples(each, material.lists, random));
  return trainChain(examples, { rows: 1 << featureBits }, passes, random);
}

/** The document, and where it names anyone twice more about other people. */
function copies(document: TrainingDocument, words: WordLists, random: () => number): WeighedDocument[] {
  const swapped = document.names.length === 0 ? [] : [0, 1].map(() => swapNames(document, words, random));
  return [{ document, weight: 1 }, ...swapped.map((copy) => ({ document: copy, weight: syntheticWeight }))];
}
