import { inventPerson } from './invent-person.ts';
import type { TrainingDocument } from './training-document.ts';
import type { WordLists } from './word-lists.ts';

/** The share of persons that get one name only, as in "Pelé" or where an article never gives the surname. */
const oneName = 0.15;

/**
 * The same document about other people: each person gets a made-up name throughout, full names for full ones and
 * short for short, so that the model learns where names stand and not which names the corpus has.
 */
export function swapNames(
  document: TrainingDocument,
  lists: WordLists,
  random: () => number,
): TrainingDocument {
  const invent = () => {
    const person = inventPerson(lists, random);
    return random() < oneName ? { ...person, full: person.given, short: person.given } : person;
  };
  const people = new Map<string, ReturnType<typeof inventPerson>>();
  const givenNames = new Map<string, string>();
  const exact = document.names.map(({ start, end }) => document.text.slice(start, end));
  const full = [...new Set(exact.filter((name) => name.includes(' ')))].sort((a, b) => b.length - a.length);
  for (const name of full) {
    const surname = name.split(' ').at(-1) ?? name;
    const person = people.get(surname) ?? invent();
    people.set(surname, person);
    givenNames.set(name.split(' ')[0] ?? name, person.given);
  }
  let text = '';
  let done = 0;
  const names: { start: number; end: number }[] = [];
  document.names.forEach(({ start, end }, i) => {
    const name = exact[i] ?? '';
    const person = people.get(name.split(' ').at(-1) ?? name) ?? invent();
    const given = givenNames.get(name);
    people.set(name.split(' ').at(-1) ?? name, person);
    const other = name.includes(' ') ? person.full : (given ?? person.short);
    text += document.text.slice(done, start);
    names.push({ start: text.length, end: text.length + other.length });
    text += name === name.toUpperCase() && name.length > 4 ? other.toUpperCase() : other;
    done = end;
  });
  text += document.text.slice(done);
  const shift = (at: number) =>
    document.names.reduce((to, name, i) => {
      const now = names[i];
      return now && name.end <= at ? at + now.end - name.end : to;
    }, at);
  const undecided = document.undecided.map(({ start, end }) => ({ start: shift(start), end: shift(end) }));
  return { text, names, undecided };
}
