import { inventPerson } from './invent-person.ts';
import { pick } from './random.ts';
import type { TrainingDocument } from './training-document.ts';
import type { WordLists } from './word-lists.ts';

/**
 * Sentences as news agencies build them, written for this purpose. {A}, {B}: full names; {a}, {b}: their short
 * forms; {g}: A's given name; {P}, {Q}: places; {S}: a surname that names no person here; {T}: a title;
 * {O}: an organization; {N}: a nationality; {D}: a day; {M}: a month; {V}: a verb of saying.
 */
const sentences = `
{P}, {M} 3 ({O}) -- {T} {A} {V} on {D} that talks with {Q} would go on.
{P} ({O}) — {T} {A} met {N} {T} {B} in {Q} on {D}.
{N} {T} {A} and {T} {B} will meet in {P} next week.
{a} {V} the agreement was a first step.
"We will not wait," {a} {V}.
"It is a matter of days," {V} {A}, a spokesman for the {O}.
"This is what {b} wanted," {V} {a}, who heads the {O} in {P}.
{A}, the {N} {T}, told reporters in {P} that {b} had declined.
{A}, 54, was arrested in {P} on {D} after police searched the house.
Mr {a} {V} he had never met Ms {b}.
Mr. {a}, who was born in {P}, joined the {O} in 1998.
Mrs {b} thanked {a} for the invitation.
Dr. {a} of the {O} {V} the results were early.
{A} ({O}) won the stage ahead of {B} ({N}) and took the lead.
The {O} named {A} as its new director, replacing {B}.
{a}'s lawyer, {B}, {V} the charges were false.
According to {a}, the {O} had known since {M}.
The {S} Foundation and the {O} paid for the study.
Shares in {S} & Co fell, {O} {V} on {D}.
The {S} Institute in {P} published the report in {M}.
Thousands gathered in {P} and marched down {S} Street to {S} Square.
Hurricane {S} reached {P} on {D}, the {O} {V}.
The {S} Act was passed by the {N} Parliament in {M}.
The {N} Foreign Ministry {V} in a statement on {D} that it would reply.
North {P} and South {P} signed the {Q} Agreement.
{P} beat {Q} 2-1, with goals by {A} and {B}.
{A} scored twice and {b} once as {P} beat {Q}.
Under {a}, the party lost {P} but held {Q}.
{a} and {b} are due to speak on {D}.
{A}, {B} and {C} were elected to the {O}.
Among the guests were {A}, {B} and the {N} {T}.
President {a} signed the law; Prime Minister {b} did not attend.
{T} {a} {V} that {P} would answer.
Former {N} {T} {A} died in {P} on {D}. {a} was 81.
The {a} government has been criticised by {b}.
In {P}, {A} {V} the {O} must act.
After {a} left {P}, {b} took over as {T}.
{A} contributed to this report.
By {A}, {O}
On {M} 22, {T} {a} will meet with {T} {B} in {P}.
{T} {a} will then visit {Q}.
{T} {a} will deliver remarks in {P}, {Q} and {P}.
{T} {A} marks one year since the {P} talks
Follow {T} {a} on Twitter and at the {O} website.
By {A} and {B}
Photo: {A}/{O}
Image: {A}.
Image: {A}
Video: {A}.
Photo by {A}
{a} in {P}. Image: {A}.
Rice prices rose in {P}.
Floods hit {P}.
{a}-led talks in {P} failed.
{T} {A} {V} to reporters at {S} Airport in {P}.
On {D}, {a} flew to {Q} for talks with {T} {B} of {P}.
The United Nations, the European Union and the {O} welcomed the step.
Police in {P} {V} the man, named as {A}, had been released.
{g}, as friends call {a}, grew up in {P}.
"{g} was a good man," {V} his sister {B}.
{a} {V}: "{P} deserves better."
For {a}, the {D} vote is a test. For {b}, it is the end.
The {S} case went to the {N} Supreme Court.
The {S} Prize went to {A} of the University of {P}.
The {M} edition of the {P} Times carried a letter by {a}.
{P} Mayor {A} and Governor {B} asked for help.
Gen. {A}, commander of {N} forces in {P}, {V} troops were ready.
Lt. Col. {A} and Sgt. {B} were among the dead.
Sen. {A}, a Democrat from {P}, voted with Rep. {B}.
Judge {a} sentenced {B} to four years.
{N} actress {A} stars in "{S} Road", directed by {B}.
{O} chief executive {A} {V} sales in {P} rose.
{A}'s book, "The {P} Letters", was reviewed by {B}.
{T} {A} of {P}'s {O} and {T} {B} of the {N} {O} agreed.
The {N} {O} {V} {S} Bridge would close in {M}.
Mount {S}, in northern {P}, erupted on {D}.
{S} County officials and {P} Police Department {V} no one was hurt.
Queen {g} and King {h} visited {P}.
Pope {g} will travel to {P} in {M}.
The {N} team of {A}, {B} and {C} won gold.
{A} was born in {P} and studied at {S} College.
Asked about {b}, {a} {V} he would wait.
It is not clear whether {a} knew. {b} {V} so.
{a} has denied it. The {O} has not.
Kyrgyz, {N} and Russian troops took part; {S} Brigade stayed in {P}.
The Security Council met on {D} at the request of {P}.
BREAKING: {A} wins election in {P}
{a} to meet {b} in {P}
{N} {T} {a} quits over {P} deal
{a} says {P} will not yield
{P} talks fail as {O} walks out
Who is {A}?
Chief of Staff {A} and Deputy {T} {B} left the White House.
Secretary of State {A} and Defense Secretary {B} will testify.
European Commission President {A} {V} on {D}.
The Prime Minister of {P}, {A}, met the President of {Q}, {B}.
The {N} Prime Minister {V} the Foreign Secretary would go to {P}.
`
  .trim()
  .split('\n');

const titles =
  `President|Prime Minister|Foreign Minister|Defence Minister|Interior Minister|Finance Minister|Deputy Prime Minister|Vice President|Secretary of State|Foreign Secretary|Home Secretary|Ambassador|Governor|Mayor|Senator|Congressman|Professor|Dr|Mr|Ms|Mrs|Sir|General|Colonel|Captain|Judge|Chancellor|opposition leader|coach|singer|economist|spokeswoman|spokesman|party leader|lawyer|chief executive|Minister|Commissioner|analyst|striker|Sheikh|Ayatollah|King|Prince|Cardinal|Bishop|Chief Justice|Attorney General|Speaker|Inspector|Sergeant|Admiral|Deputy Secretary|Special Envoy|Special Adviser|Deputy Foreign Minister|Defense Secretary|Foreign Office Minister|Minister for the Middle East|Maj. Gen.|Lt. Gen.|Navy Capt.|Brig. Gen.|Staff Sgt.|Gen.|Sen.|Rep.|High Representative|Secretary-General|Under-Secretary|Chief of Staff`.split(
    '|',
  );
const organizations =
  `Reuters|AP|Yonhap|AFP|Xinhua|United Nations|World Bank|Red Cross|Ministry of Health|Central Bank|Supreme Court|National Assembly|Labour Party|Conservative Party|Human Rights Watch|Amnesty International|Oxford University|National Guard|Air Force|Interior Ministry|European Commission|White House|State Department|Pentagon|World Health Organization|FBI|Federal Reserve|Chamber of Commerce|Toyota|Siemens|Samsung|Google|Bank of England|Liberal Democrats|Republican Party|Security Council|Football Association|Olympic Committee|House of Commons|Senate|Army|BBC|NATO|Manchester United|Arsenal|Islamic State|Hamas|Taliban|Hezbollah|Al Qaeda|Greenpeace|Save the Children|Foreign Office|Coast Guard|Associated Press|New York Times|Guardian|Real Madrid`.split(
    '|',
  );
const nations =
  `American|British|French|German|South Korean|North Korean|Japanese|Chinese|Russian|Ukrainian|Turkish|Iraqi|Syrian|Iranian|Israeli|Palestinian|Saudi|Egyptian|Nigerian|Kenyan|South African|Indian|Pakistani|Afghan|Indonesian|Australian|Canadian|Mexican|Brazilian|Argentine|Spanish|Italian|Greek|Polish|Swedish|Dutch|Irish|European|Kurdish|Vietnamese`.split(
    '|',
  );
const days = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'.split('|');
const months = 'January|February|March|April|May|June|July|August|Sept.|October|Nov.|December'.split('|');
const verbs = 'said|told reporters|added|announced|warned|insisted|wrote|explained|argued|claimed'.split('|');

/** A made-up report of a few of these sentences about three people, some named only once. */
export function writeNewswire(lists: WordLists, random: () => number): TrainingDocument {
  const [a, b, c] = [inventPerson(lists, random), inventPerson(lists, random), inventPerson(lists, random)];
  const surname = pick(lists.surnames, random);
  const people: Record<string, string> = {
    A: a.full,
    B: b.full,
    C: c.full,
    a: a.short,
    b: b.short,
    g: a.given,
    h: b.given,
  };
  const things: Record<string, () => string> = {
    P: () => pick(lists.places, random),
    Q: () => pick(lists.places, random),
    S: () => surname,
    T: () => pick(titles, random),
    O: () => pick(organizations, random),
    N: () => pick(nations, random),
    D: () => pick(days, random),
    M: () => pick(months, random),
    V: () => pick(verbs, random),
  };
  const names: { start: number; end: number }[] = [];
  let text = '';
  const count = 4 + Math.floor(random() * 6);
  for (let i = 0; i < count; i++) {
    for (const part of pick(sentences, random).split(/(\{\w\})/)) {
      const slot = /^\{(\w)\}$/.exec(part)?.[1] ?? '';
      const person = people[slot];
      if (person) names.push({ start: text.length, end: text.length + person.length });
      text += person ?? things[slot]?.() ?? part;
    }
    text += random() < 0.4 ? '\n\n' : ' ';
    if (!/[.!?"]\s$/.test(text)) text = `${text.trimEnd()}\n\n`;
  }
  return { text, names, undecided: [] };
}
