import type { Token } from './tokenize.ts';

/** Verbs of headlines. Their forms in -s and -ed are hardly ever part of a role or a name. */
const lemmas = `
  accept accuse acknowledge admit advise allege announce apologise apologize appoint approve argue arrest assail
  assert assure avoid back ban banish beat befriend beg berate blame blast caution celebrate cheer chide choose
  clash commemorate concede condemn confirm confront congratulate contradict convict convince criticise
  criticize crown declare decline decry defeat defend defy demote denounce deny depict deport describe detain
  dismiss disown echo eject elect embarrass embrace endorse evict expel explain expose fete fire greet grill
  hail hire honor honour hug humiliate ignore impeach implicate imprison indict infuriate insist inspire insult
  interrogate interview introduce investigate invite jail join kidnap kill lambast lambaste laud mock mourn
  murder nab nominate oppose oust outrage overrule pardon persuade pick pillory portray praise predict prefer
  promote prosecute quiz rebuff rebuke recruit refute reject remember remove replace reprimand rescue resist
  reveal rip salute scold sentence shun sideline slam slap slay snub spurn succeed sue suggest summon suspend
  taunt tease thank thwart topple tout trounce unseat unveil urge vilify visit vow warn welcome woo worry
`;

/** Other forms of verbs, as far as they are no nouns and begin no roles: "Protesters Confront Former President Lee". */
const otherForms = `
  accuse admit appoint arrest blame choose condemn confirm confront congratulate criticise criticize defend denounce
  deny dismiss elect endorse hail impeach indict introduce investigate join meet mourn nominate oppose oust praise
  rebuke reject remember remove replace slam summon thank unveil urge vow warn welcome
  accusing announcing appointing backing blaming celebrating condemning confronting congratulating criticising
  criticizing defending electing endorsing honoring honouring hailing interviewing introducing joining meeting mourning
  naming praising quoting rejecting remembering replacing saluting slamming succeeding suing thanking urging warning
  banned beaten chose fired fought heard hit hits picks picked quit quits ripped slammed slain slew struck sued
`;

/** Participles that begin roles: "Suspended Officer Lee". */
const participles = `
  accused appointed banned convicted defeated defending deported detained dismissed elected expelled fired
  honored honoured impeached imprisoned indicted jailed kidnapped mourned murdered named nominated ousted
  pardoned promoted recruited rescued select selected sentenced suspended targeted wounded
`;

/** Words that are nouns, too ("Rules Committee Chairman"). They are verbs after a comma, a quotation mark or a dash. */
const alsoNouns = words(`
  answers attacks blocks boosts brands calls challenges charges claims comments cries demands fears hopes jokes
  notes objects orders posts promises protests quips recalls replies reports rules signals states stresses
  targets tweets writes
`);

const verbs = new Set([...words(lemmas)].flatMap((lemma) => [thirdPerson(lemma), past(lemma)]));
for (const form of words(otherForms)) verbs.add(form);
for (const form of words(participles)) verbs.delete(form);

/**
 * True for a capitalised word that is a verb of a headline.
 *
 *     “It Is Too Late,” [Warns] Climate Scientist James Hansen
 */
export function isHeadlineVerb(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !/^(?:capital|upper)$/.test(token.shape) || token.tied || tokens[at + 1]?.tied) return false;
  return (
    verbs.has(token.key) || (alsoNouns.has(token.key) && /^[,”"’'»–—-]$/.test(tokens[at - 1]?.key ?? ''))
  );
}

function thirdPerson(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function past(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return lemma.endsWith('e') ? `${lemma}d` : `${lemma}ed`;
}

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}
