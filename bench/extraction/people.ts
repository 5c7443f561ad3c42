import { createLinker } from '../../src/reading/mentions/create-linker.ts';
import { loadNameModel, type NameModel } from '../../src/reading/mentions/discovery/name-model.ts';
import { recognisePersonNames } from '../../src/reading/mentions/discovery/recognise-person-names.ts';
import { type GoldDocument, type GoldSet, readGold } from '../training/gold-names.ts';
import { asAdvised, countMentions, countPersons, type NameCounts, rate } from '../training/score-names.ts';
import { foldCount, foldFile, trainingId } from '../training/training-id.ts';
import { bareDraft } from './bare-draft.ts';
import { namesByCompromise, namesByWink } from './people-peers.ts';
import type { Measure, Row } from './row.ts';

const sets: Record<string, { parts: GoldSet[]; goal: number | null }> = {
  'gum-news': { parts: ['gum-news'], goal: 0.85 },
  'gum-other': { parts: ['gum-other'], goal: null },
  re3d: { parts: ['re3d-open', 're3d-wikipedia', 're3d-bbc'], goal: 0.85 },
};

/**
 * Person names against GUM and re3d: precision, recall and F1 of mentions by bare name, and F1 by person. A document
 * that the shipped model was trained on is read by a fold's model that has not seen it, so that the figure is
 * cross-validated on the training half and plain on any other.
 */
export const measurePeople: Measure = async (corpus) => {
  const modelOf = unseenModel();
  return Object.entries(sets).flatMap(([set, { parts, goal }]) => {
    const documents = parts.flatMap((part) => readGold(corpus, part));
    if (documents.length === 0) return [];
    const ours = read(documents, ({ id, text }) => recognisePersonNames(text, modelOf(id)));
    const linked = read(documents, (document) => peopleLinked(document, modelOf));
    const compromise = read(documents, ({ text }) => namesByCompromise(text));
    const wink = read(documents, ({ text }) => namesByWink(text));
    const row = (
      measure: string,
      score: (finds: Finds) => number,
      withGoal = false,
      mine: Finds = ours,
    ): Row[] =>
      [
        { name: 'compromise', value: score(compromise) },
        { name: 'wink proper nouns', value: score(wink) },
      ].map((peer) => ({
        set,
        measure,
        value: score(mine),
        goal: withGoal ? goal : null,
        count: documents.reduce((sum, { names }) => sum + names.length, 0),
        peer,
      }));
    return [
      ...row('people precision', (finds) => mentions(finds).precision),
      ...row('people recall', (finds) => mentions(finds).recall),
      ...row('people F1', (finds) => mentions(finds).f1, true),
      ...row('people F1, README to the letter', (finds) => mentions(finds, asAdvised).f1, true),
      ...row(
        'people precision, as an archive without authority has them',
        (finds) => mentions(finds).precision,
        false,
        linked,
      ),
      ...row(
        'people F1, as an archive without authority has them',
        (finds) => mentions(finds).f1,
        false,
        linked,
      ),
      ...row('people F1 by person', (finds) => rate(finds.map(count(countPersons))).f1),
    ];
  });
};

type Finds = { document: GoldDocument; found: { start: number; end: number }[] }[];

function read(documents: GoldDocument[], find: (document: GoldDocument) => Finds[number]['found']): Finds {
  return documents.map((document) => ({ document, found: find(document) }));
}

/**
 * Who an archive says is mentioned: people named in full somewhere in the document, and their short names. A name that
 * is never given in full is left out on purpose, for nobody could tell whose it is.
 */
function peopleLinked(
  { id, text }: GoldDocument,
  modelOf: (id: string) => NameModel,
): Finds[number]['found'] {
  const link = createLinker([], (all) => recognisePersonNames(all, modelOf(id)));
  return link(bareDraft(id, text)).mentions.filter(({ tag }) => tag.startsWith('person/'));
}

function mentions(finds: Finds, view = (document: GoldDocument) => document) {
  return rate(finds.map(({ document, found }) => countMentions(view(document), found)));
}

const count =
  (by: (document: GoldDocument, found: Finds[number]['found']) => NameCounts) =>
  ({ document, found }: Finds[number]) =>
    by(document, found);

/** Returns a function that chooses the model for a document: the shipped one, or that of a fold without it. */
function unseenModel(): (id: string) => NameModel {
  const shipped = loadNameModel(
    new URL('../../src/reading/mentions/discovery/person-names.model', import.meta.url),
  );
  const folds = Array.from({ length: foldCount }, (_, fold) => loadNameModel(foldFile(fold)));
  return (id) => {
    const hash = trainingId(id);
    if (!shipped.header.trainedOn.includes(hash)) return shipped;
    const unseen = folds.find(({ header }) => !header.trainedOn.includes(hash));
    if (!unseen) throw new Error(`no model that has not seen ${id}: train again`);
    return unseen;
  };
}
