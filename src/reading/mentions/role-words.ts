import type { Token } from './tokenize.ts';

/** Head nouns of roles. */
const roleHeads = words(`
  president minister chancellor premier secretary chief chairman chairwoman chair chairperson head leader director
  governor mayor senator congressman congresswoman representative rep sen gov lawmaker legislator deputy mp mep
  commissioner ambassador envoy diplomat consul attache spokesman spokeswoman spokesperson speaker negotiator
  general gen lieutenant lt colonel col major maj captain capt commander cmdr admiral adm sergeant sgt corporal
  marshal brigadier officer official officials agent inspector detective sheriff constable superintendent
  king queen prince princess emperor empress sultan emir sheikh sheik duke duchess baron pope cardinal bishop
  archbishop rabbi imam ayatollah pastor reverend rev priest dalai patriarch
  judge justice magistrate prosecutor attorney lawyer counsel barrister solicitor jurist
  professor prof lecturer scientist researcher historian economist analyst expert scholar academic biologist
  physicist chemist astronomer engineer mathematician psychologist sociologist philosopher scientist fellow
  doctor surgeon nurse physician epidemiologist psychiatrist
  ceo cfo coo cto founder cofounder founders owner executive manager vice treasurer banker entrepreneur businessman
  businesswoman billionaire investor trader partner principal dean rector provost administrator coordinator
  supervisor strategist adviser advisor aide assistant consultant planner
  writer author novelist poet playwright journalist reporter correspondent editor columnist broadcaster host
  anchor blogger photographer publisher producer critic
  actor actress singer musician rapper composer conductor artist painter sculptor designer architect filmmaker
  comedian dancer model star drummer guitarist bassist frontman
  coach player striker midfielder defender goalkeeper captain quarterback pitcher sprinter swimmer boxer golfer
  champion medalist athlete cyclist skier referee driver
  activist campaigner dissident rebel warlord militant cleric politician statesman candidate nominee whip organizer
  organiser farmer teacher student resident pilot astronaut cosmonaut chef
  member
  undersecretary chairwoman councillor councilor councilman councilwoman alderman legislator ombudsman
  comptroller curator librarian archivist inventor explorer hostage
`);

/** Forms of address, which are not roles. */
const honorifics = words(
  'mr mrs ms mx miss sir dame lord lady dr hon madam mme mlle herr frau señor senor don',
);

/** Function words and common verbs, which end a role or a name. */
const functionWords = words(`
  a an the this that these those his her its their our your my some any each every no one two three four five six
  and or but nor so yet if when while as because although though since until unless before after than whether
  of in on at by for with from to into onto over under about against between among through during without within
  across behind beyond near off out up down via per despite toward towards upon amid like unlike around along
  is are was were be been being am has have had having do does did will would shall should can could may might must
  i you he she it we they him them us me who whom whose which what where why how there here then now also not
  said says say told tells tell asked asks added adds wrote writes met meets meet called calls call urged urges
  quoted quotes saw sees see made makes make gave gives give took takes take got gets get left leaves leave joined
  beat beats won wins win lost loses lose let lets put puts set sets thanked thanks named names elected appointed
  quoting including meanwhile however later earlier today yesterday tomorrow last next only even both either neither
  such other others another first second new current still just already ago
  sunday monday tuesday wednesday thursday friday saturday january february march april may june july august
  september october november december mon tue tues wed thu thurs fri sat sun
  jan feb mar apr jun jul aug sept oct nov dec
  more most less many much few several all
`);

/** Adjectives in -ed and -ing that are part of a role. Other words with these endings are taken for verbs. */
const adjectives = words(`
  acting retired elected appointed leading ruling outgoing incoming visiting managing founding presiding sitting
  standing governing appointed jailed exiled ousted disgraced renowned celebrated married designated embattled
  imprisoned detained convicted accused banking training marketing planning engineering accounting broadcasting
  operating breaking sporting self-styled nobel
`);

/** True for a word that begins with a capital. */
export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^(?:capital|upper|initial)$/.test(token.shape);
}

/** True for the head noun of a role: "minister", "chief", "spokesman". */
export function isRoleHead(token: Token | undefined): boolean {
  if (token === undefined || !roleHeads.has(token.key)) return false;
  // "a major donor", "a general strike"
  return token.shape !== 'lower' || !/^(?:major|general)$/.test(token.key);
}

/** True for forms of address: "Mr", "Mrs", "Sir". */
export function isHonorific(token: Token | undefined): boolean {
  return token !== undefined && token.shape !== 'lower' && honorifics.has(token.key);
}

/** True for articles, prepositions, pronouns, auxiliaries, common verbs, days and months. */
export function isGrammar(token: Token | undefined): boolean {
  if (token === undefined || !functionWords.has(token.key)) return false;
  // Exceptions: "US President", "New Zealand", "First Deputy Minister".
  if (token.shape === 'upper' && /^(?:us|it|who)$/.test(token.key)) return false;
  return token.shape === 'lower' || !/^(?:new|first|second)$/.test(token.key);
}

/** True for words that look like a past tense or a participle. */
export function looksLikeVerb(token: Token): boolean {
  return token.shape === 'lower' && /(?:ed|ing)$/.test(token.key) && !adjectives.has(token.key);
}

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}
