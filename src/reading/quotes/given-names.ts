/** Common given names that imply a pronoun. Ambiguous ones (Pat, Robin, Kim) are left out. */
const masculine = new Set(
  `aaron abdul adam ahmed alan albert alejandro alexander alexei ali allen andre andreas andrei andrew anthony antonio
  antony arthur barack ben benjamin bernard bernie bill bob boris brad brandon brian bruce carl carlos charles
  christopher chuck craig daniel dave david dennis dmitri don donald doug douglas ed edward elon emmanuel eric ernest
  ethan eugene evan fernando francisco frank fred frederick gary geoffrey george gerald giuseppe glenn gordon greg gregory
  hans harold harry henry herbert howard hugh ian ibrahim igor ivan jack jacob jake james jamie jason javier jean jeff jeffrey
  jeremy jerry jim jimmy joe joel john johnny jon jonathan jorge jose josep joseph josh joshua juan justin karl keith
  ken kenneth kevin kyle larry lawrence leonard luis luke marco marcus mario mark martin matt matthew max michael
  miguel mike mitch mitt mohamed mohammed muhammad nathan neil nicholas nicolas nigel oliver olaf omar oscar patrick paul pedro
  peter phil philip pierre rafael ralph rand raymond reince richard rick rob robert roberto rodrigo roger ron
  ronald rudy russell ryan samuel scott sean sergei sergio shinzo simon stephen steve steven stuart ted terence theodore
  thomas tim timothy toby todd tom tommy tony trevor tyler victor viktor vincent vladimir volodymyr walter warren
  wayne william xavier yusuf`.split(/\s+/),
);
const feminine = new Set(
  `abigail agnes alexandra alice alicia alison amanda amber amy ana andrea angela angelina ann anna anne annie barbara beatrice
  becky beth betsy betty beverly brenda bridget carla carly carmen carol caroline carolyn catherine cathy charlotte cheryl
  christina christine cindy claire condoleezza cristina cynthia deborah debbie diana diane donna dorothy edith eleanor elena
  elise elizabeth ellen emily emma erica esther eva evelyn fatima fiona florence frances giorgia gina gloria grace hannah
  heather heidi helen hillary huma irene isabel ivanka jackie jacqueline jane janet janice jennifer jenny jessica jill joan joanna
  joanne joyce judith judy julia julie kamala karen kate katherine kathleen kathryn kathy katie kayleigh kellyanne kirsten
  kristalina kristin laura lauren leila linda lisa liz loretta lori louise lucy lydia lynn madeleine margaret maria marie marina
  marine marjorie martha mary maureen megan melania melissa mia michelle miriam molly monica nadia nancy naomi natalie
  nicola nikki nina nora olga olivia pamela patricia paula penny phyllis rachel rebecca renee rosa rosemary roxana ruth
  sandra sara sarah sasha sharon sheila shirley sofia sonia sophie stephanie susan susana suzanne sylvia tamara tanya teresa
  theresa tiffany tina ursula valerie vanessa veronica victoria virginia wendy yulia yvonne zoe`.split(/\s+/),
);

/** Returns the pronoun implied by a given name; undefined for ambiguous and unknown names. */
export function pronounOfGivenName(name: string): 'he' | 'she' | undefined {
  const lower = name.toLowerCase();
  if (masculine.has(lower)) return 'he';
  return feminine.has(lower) ? 'she' : undefined;
}
