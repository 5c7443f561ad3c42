import { foldForm } from './fold-form.ts';
import { splitTerms } from './split-terms.ts';

/**
 * Words that say nothing about the subject of a question, by language: articles, pronouns, prepositions, auxiliary verbs
 * and question words, for the languages with stemmers. A search has no language, so the lists are used together. Words
 * that mean something in another language when they are folded are left out: German war, die and für (fur), French son,
 * Danish men, Turkish kim, Romanian care. To search for such a word as well costs little: most texts of its language have
 * it. The lists of packages are made for one language each, and have words with a meaning (German bekannt, besten).
 */
const byLanguage: Record<string, string> = {
  en:
    'a an the and or but if then than so as at by for from in into of off on onto out over to up with ' +
    'within without about after again against all also am any are aren be because been before being below ' +
    'between both can cannot could couldn d did didn do does doesn doing don down during each few had ' +
    'hadn has hasn have haven having he her here hers him his how i is isn it its just ll m made make makes me more most ' +
    'my no nor not now once only other our ours re s same she should shouldn some such t than that their ' +
    'theirs them there these they this those through too under until ve very was wasn we were weren what ' +
    'when where whether which while who whom whose why will would wouldn you your yours',
  ar: 'في من إلى على عن مع هذا هذه ذلك تلك التي الذي ما ماذا كيف متى أين لماذا هل أو و لا أن كان هو هي',
  bg:
    'и в във на не че от за с със се да е са като какво кой коя кога къде защо как който която които по ' +
    'до но или той тя те ние това този тази тези ще може',
  da:
    'og at det som en et den de på af for med til fra om er ikke hvordan hvad hvem hvor hvornår hvorfor ' +
    'hvilken hvilke kan skal har havde hun vi jeg du sig i eller der',
  de:
    'der das den des ein eine einer einem einen eines und oder aber auf aus bei nach von vor zu zum zur ' +
    'im ist sind wird werden wurde wurden kann können nicht auch wie wer wo wann warum wieso welche ' +
    'welcher welches sich es er sie wir ihr ich du um durch ohne gegen bis seit noch nur dass wenn weil ' +
    'haben sollte diese dieser dieses hier',
  el:
    'και το τα ο η οι του της των τον την στο στη στην στον σε με για από που πως τι ποιος ποια πότε ' +
    'γιατί είναι ήταν να θα δεν μην ένα ένας μια',
  es:
    'el la los las una unos unas de del al y o u e en por para que cómo como cuando dónde donde quién ' +
    'quien cuál cuáles es fue ser se su sus lo le les no si más muy este esta estos estas ese esa eso ' +
    'puede pueden ha entre pero porque',
  fi:
    'ja on ei että se he ne me te mikä mitä kuka miten miksi milloin missä joka jotka kun mutta oli ovat ' +
    'olla voi myös kuin',
  fr:
    'le la les une des du de au aux et ou mais dans sur avec sans ce cet cette ces que qui quoi dont où ' +
    'est sont était être ont il elle ils elles on nous vous je tu se sa ses leur leurs ne pas pourquoi ' +
    'quand quel quelle quels quelles d l n c j qu y peut',
  ga: 'an na agus le conas cén',
  hu: 'a az és vagy hogy nem is egy ez ki mi mit hogyan miért mikor hol melyik lehet csak',
  hy: 'և է են որ ու ինչ ով որտեղ երբ ինչու ինչպես այս այդ',
  id:
    'di ke dari untuk dengan pada ini itu adalah apa siapa bagaimana mengapa kapan dimana atau tidak akan ' +
    'dapat bisa oleh',
  it:
    'il lo la i gli le uno una di del dello della dei degli delle a al alla ai alle da dal dalla nel ' +
    'nella nei nelle su sul sulla per tra e o che chi cui come quando perché qual quale quali è sono ' +
    'essere si non più questo questa questi queste può hanno',
  lt: 'ir kad yra buvo kas kaip kur kada kodėl iš į su ar ne',
  ne: 'र को का मा हो छ के कसरी किन कहिले कहाँ यो त्यो',
  nl:
    'de het een en voor op bij aan uit naar om te dat dit deze wie wat waar wanneer waarom hoe welke zijn ' +
    'werd worden wordt kan kunnen niet ook maar er ze hij zij wij ik je u',
  no:
    'og at det som en et den de på av for med til fra om er ikke hvordan hva hvem hvor når hvorfor ' +
    'hvilken hvilke kan skal har hadde hun vi jeg du seg i eller',
  pt:
    'o a os as um uma uns umas de do da dos das e em no na nos nas por pelo pela para com sem que quem ' +
    'qual quais como quando onde porque é foi ser se seu sua seus suas não mais muito este esta isso ao ' +
    'aos pode podem ou entre',
  ro: 'și în la de cu pe pentru din ce cine când unde este sunt o nu se sau dar',
  ru:
    'и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по ее мне было от о из ' +
    'когда ли если или быть был была были до кто где почему зачем какой какая какие это этот эта эти для ' +
    'при чем чтобы мы они их есть',
  sr:
    'и у на је да се за од са не су што као или али који која које како када где зашто то тај i u na je ' +
    'da se za od sa ne su što kao ili koji koja koje kako kada gde zašto',
  sv:
    'och att det som en ett den de på av för med till från om är inte hur vad vem när varför vilken vilka ' +
    'kan har hade hon vi du ni sig i eller',
  ta: 'மற்றும் ஒரு இந்த அந்த என்ன எப்படி ஏன் எப்போது எங்கே யார் என்று',
  tr:
    've veya ile bir bu şu o da de ne mi için gibi nasıl neden niçin nerede hangi kadar daha çok ama olan ' +
    'olarak',
  uk:
    'і й та в у на не що як з із зі до від за про по при для чи або але це цей ця ці той він вона воно ' +
    'вони ми ви я хто де коли чому який яка які є був була були бути може',
};

const stopWords = new Set(Object.values(byLanguage).flatMap((words) => words.split(' ').map(foldForm)));

/** True if a folded word is a stop word of a language. */
export function isStopWord(form: string): boolean {
  return stopWords.has(form);
}

/**
 * Returns the places of the stop words among words as typed. Words in capitals are none if others are not: WHO, IT, US. If
 * all words are stop words, none is.
 */
// ["who", "leads", "the", "WHO"] → [0, 2]
export function stopWordPlaces(words: string[]): number[] {
  const shouts = words.every((word) => word === word.toUpperCase());
  const isAcronym = (word: string) => !shouts && word.length > 1 && /^\p{Lu}+$/u.test(word);
  const places = words.flatMap((word, place) => {
    const terms = splitTerms(word);
    return !isAcronym(word) && terms.length > 0 && terms.every(({ form }) => isStopWord(form)) ? [place] : [];
  });
  return places.length === words.length ? [] : places;
}
