/**
 * Closed classes of English words that tell names from other capitals. They are features that the model weighs,
 * never rules by themselves; only `titles` also bounds a name, because a title is no part of it.
 */
const words = (list: string) => new Set(list.trim().split(/\s+/));

/** Written with a full stop that ends no sentence. */
export const abbreviations =
  words(`mr mrs ms mx dr prof sen rep reps sens gov gen lt col maj capt cpt sgt adm rev hon
  pres st jr sr cmdr cdr brig supt insp det atty amb min pfc pvt spc ft mt vs no vol etc inc ltd corp co bros dept est
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun`);

/** What stands before a name and says that a person follows: honorifics, ranks, offices, callings. */
export const titles =
  words(`mr mrs ms miss mx messrs dr doctor prof professor sir dame lord lady baron baroness count
  countess duke duchess earl viscount king queen prince princess emperor empress sultan emir shah tsar czar pope
  cardinal archbishop bishop reverend rev father brother sister rabbi imam sheikh sheik shaikh ayatollah mullah
  president vice-president pres premier chancellor minister prime-minister secretary undersecretary under-secretary
  governor gov lieutenant-governor mayor senator sen representative rep congressman congresswoman councillor
  councilman councilwoman alderman mp mep ambassador amb envoy consul commissioner speaker leader chairman chairwoman
  chair chairperson chief director director-general secretary-general ceo coo cfo manager coach captain capt cpt
  commander cmdr cdr general gen lieutenant lt colonel col major maj sergeant sgt corporal cpl private pfc pvt
  specialist spc admiral adm marshal brigadier brig commodore ensign officer constable inspector insp superintendent
  supt detective det sheriff deputy judge justice magistrate attorney atty prosecutor solicitor barrister lawyer
  counsel spokesman spokeswoman spokesperson analyst economist historian author writer novelist poet actor actress
  singer musician composer director filmmaker producer artist painter photographer journalist reporter correspondent
  editor columnist anchor presenter host activist researcher scientist physicist chemist astronomer biologist
  engineer architect astronaut cosmonaut pilot striker midfielder defender goalkeeper quarterback pitcher batsman
  bowler boxer champion founder co-founder dictator strongman warlord negotiator adviser advisor aide ombudsman
  tycoon billionaire businessman businesswoman entrepreneur philanthropist saint hon pm honourable honorable
  emeritus provost dean principal headmaster lecturer fellow student nurse coroner chaplain governor-general`);

/** Modifiers inside offices, which belong to the title and not to the name: "Deputy Foreign", "Shadow Home". */
export const offices =
  words(`foreign home defence defense interior finance treasury trade justice health education
  state prime vice deputy assistant acting former ex-president ex late shadow opposition chief senior junior executive
  managing national general attorney major lieutenant brigadier press special first army navy air force marine police
  high permanent honorary supreme party house senate majority minority parliamentary cabinet office`);

/** Verbs of saying and thinking, which people do. */
export const speechVerbs =
  words(`said says say told tells asked asks added adds replied answered explained explains
  stated states announced announces declared noted notes wrote writes tweeted insisted claimed claims argued argues
  warned warns urged called thanked denied denies admitted confirmed confirms commented recalled remarked promised
  vowed pledged acknowledged suggested believes believed thinks thought hopes hoped wants wanted testified quipped
  responded reiterated stressed emphasized emphasised condemned praised criticized criticised accused acknowledged
  concluded continued predicted joked mentioned observed described recounted`);

/** Last words of the names of organizations. */
export const organizationEnds =
  words(`inc ltd llc plc corp corporation company co group holdings bank university
  college school institute institution academy foundation trust fund center centre council committee commission
  agency authority association federation union league party ministry department office bureau service services
  court army navy force forces police club fc united city hospital church press times post news tribune herald
  journal gazette magazine media network television radio studios records airlines airways motors industries systems
  technologies laboratories museum gallery library theatre theater orchestra band team society organisation
  organization administration government parliament congress senate house assembly board brothers partners associates
  capital securities international conference summit treaty act bill law prize award awards cup trophy championship
  championships open tournament games festival report initiative programme program project campaign alliance front
  movement coalition brigade battalion regiment division`);

/** Words that make a place of the name beside them. */
export const placeWords =
  words(`street st avenue ave road rd lane drive square park bridge river lake sea ocean bay
  island islands mountain mountains mount mt valley hill hills beach port airport station county province state
  district region city town village north south east west northern southern eastern western central upper lower new
  stadium arena hall tower building palace castle fort cape gulf strait peninsula desert forest canal dam highway`);

/** Particles written small inside names. */
export const particles =
  words(`de del della di da dos das do du des la le van von der den ter ten zu zum af av al el
  ul ur bin ibn bint ben abu y e bar dal dalla lo san santa los las della degli`);

/** After a name: generational and academic suffixes. */
export const suffixes = words('jr sr ii iii iv phd md esq qc kc sc obe mbe cbe frs mp');

/** Days and months: capitals that never are people by themselves here. */
export const calendar =
  words(`monday tuesday wednesday thursday friday saturday sunday january february march april
  may june july august september october november december`);

/** Small words beside names, each of which is worth its own weight through the word features. */
export const places = words('in at from near to into across outside inside around toward towards throughout');

/** One-word names of states, and the words for their people: capitals that are seldom persons, but see Chad and Jordan. */
export const nations =
  words(`afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan
  bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia botswana brazil britain brunei
  bulgaria burundi cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus czechia denmark
  djibouti dominica ecuador egypt england eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia
  germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland
  israel italy jamaica japan jordan kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon
  lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania
  mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal
  netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland
  portugal qatar romania russia rwanda samoa scotland senegal serbia seychelles singapore slovakia slovenia somalia
  spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey
  turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu vatican venezuela vietnam wales yemen zambia zimbabwe
  afghan albanian algerian american angolan arab argentine armenian asian african australian austrian azerbaijani
  bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian cambodian canadian chilean chinese
  colombian congolese croatian cuban czech danish dutch ecuadorian egyptian english estonian ethiopian european
  filipino finnish french georgian german ghanaian greek haitian hungarian icelandic indian indonesian iranian iraqi
  irish israeli italian jamaican japanese jewish jordanian kazakh kenyan korean kurdish kuwaiti lebanese libyan
  lithuanian malaysian mexican moldovan moroccan muslim christian nepalese nigerian norwegian pakistani palestinian
  peruvian polish portuguese romanian russian rwandan saudi scottish senegalese serbian slovak slovenian somali
  spanish sudanese swedish swiss syrian taiwanese tanzanian thai tibetan tunisian turkish ugandan ukrainian
  venezuelan vietnamese welsh western yemeni zimbabwean`);
