/**
 * Usual short forms of English given names: each line has names and their forms. They are common knowledge, selected by
 * hand; nine of ten are also in https://github.com/carltonnorthern/nicknames (Apache-2.0). Forms that are usual for
 * unrelated names are left out.
 */
const forms = `
abigail: abby | abraham: abe | albert: al bert | alexander: alex sandy | alexandra: alex | alfred: al fred
andrew: andy drew | angela: angie | ann: annie | anne: annie | anthony: tony | arthur: art | barbara: barb barbie
benjamin: ben benji | bernard: bernie | bradley: brad | cameron: cam | candace: candy | caroline: carrie | carolyn: carrie
catherine: cathy kate katie cat | charles: charlie chuck chas | christina: chris chrissy tina | christine: chris chrissy
christopher: chris kit topher | cynthia: cindy | daniel: dan danny | danielle: dani | david: dave davey | deborah: deb debbie
debra: deb debbie | dennis: denny | donald: don donnie | dorothy: dot dottie dolly | douglas: doug | edmund: ed eddie ned
edward: ed eddie ned ted teddy | eleanor: ellie nell | elizabeth: beth betsy betty eliza liz lizzie libby | ellen: nell
emily: em | eugene: gene | florence: flo | frances: fran frannie | francis: frank fran | franklin: frank | frederick: fred freddie
gabriel: gabe | gerald: gerry jerry | gregory: greg | harold: hal harry | henry: hal hank harry | herbert: herb bert
isabella: bella izzy | isabel: izzy | jacob: jake | jacqueline: jackie | james: jim jimmy jamie | janet: jan | jeffrey: jeff
jennifer: jen jenn jenny | jessica: jess jessie | john: jack johnny jon | jonathan: jon jonny | joseph: joe joey
joshua: josh | judith: judy | julian: jules | katherine: kate kathy katie kat | kathleen: kathy katie | kathryn: kate kathy katie
kenneth: ken kenny | kimberly: kim | kristen: kris | kristin: kris | laura: laurie | lawrence: larry laurie | leonard: len lenny
louis: lou | louise: lou | madeline: maddie | margaret: maggie marge meg peggy | martin: marty | matthew: matt
melissa: mel | michael: mike mick mickey | michelle: shelly | mitchell: mitch | nancy: nan | natalie: nat | nathan: nate
nathaniel: nat nate | nicholas: nick nicky | nicole: nikki nicky | oliver: ollie | pamela: pam | patricia: pat patty tricia trish
patrick: pat paddy | peter: pete | philip: phil | phillip: phil | rachel: rach | raymond: ray | rebecca: becky becca
richard: dick rich rick ricky | robert: bob bobby rob robbie bert | roger: rog | ronald: ron ronnie | rosemary: rose | russell: russ
samantha: sam | samuel: sam sammy | sandra: sandy | stanley: stan | stephanie: steph | stephen: steve | steven: steve
stuart: stu | susan: sue susie suzy | suzanne: sue suzy | terence: terry | theodore: ted teddy theo | theresa: terry tess
thomas: tom tommy | timothy: tim timmy | valerie: val | victor: vic | victoria: vicky tori | vincent: vince vinny | virginia: ginny
walter: walt wally | wesley: wes | william: bill billy liam will willie | zachary: zach zack`;

const families = new Map<string, string[]>();
for (const line of forms.trim().split(/\s*[|\n]\s*/)) {
  const [name = '', short = ''] = line.split(': ');
  for (const form of [name, ...short.split(' ')]) families.set(form, [...(families.get(form) ?? []), name]);
}

/** Returns the full given names that a given name, folded, may stand for. `bill` → william; none for an unknown name. */
export function fullGivenNames(given: string): readonly string[] {
  return families.get(given) ?? [];
}
