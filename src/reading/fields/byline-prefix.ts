/** Words before the names of a byline, by language. A space or a colon follows. */
const introductions = [
  String.raw`(?:written|reported|story|report|words|text|compiled|posted|submitted|authored|published|article|(?:an?\s)?(?:analysis|commentary|opinion|review|interview)|story and photos|text and photos)\s+by|by`,
  String.raw`geschrieben von|(?:ein|eine)\s(?:\p{Lu}\p{L}{3,20}\s)von|aus\s\p{Lu}[\p{L}-]{2,20}\sberichte(?:t|n)|von`,
  String.raw`écrit par|publié par|(?:propos\s)?recueillis?\spar|(?:un\s)?entretien\sréalisé\spar|par`,
  String.raw`escrito por|publicado por|(?:una?\s)(?:crónica|entrevista|análisis|reportaje|artículo)\s(?:de|por)|por`,
  String.raw`scritto da|a cura di|(?:articolo|testo|intervista|servizio)\sdi|di`,
  'geschreven door|door|skrevet af|skrevet av|skriven av|af|av',
  'napsala?|napisała?|przez|od|scris de|oleh|ditulis oleh|viết bởi',
  String.raw`από\s(?:τον|την|τους|τις)|από|γράφ(?:ει|ουν)\s(?:ο|η|οι)|του|της|των`,
  'от|написала?|писала?',
  'بقلم|كتبت?|بواسطة|نوشته|מאת',
  'โดย|द्वारा',
  '[记記]者',
];
/** Labels that only a colon makes an introduction. */
const labels = [
  'authors?|byline|reporters?|writers?|interview',
  'autor|autoren|autorin|text(?:e|o)?|testo|redacción|redação|text und fotos?|text und bilder|texte et photos?|texto y fotos?',
  'auteur|autora|autore|auteurs|tekst|teksti|szerző|írta|yazar|yazan|haber|penulis|kirjoittaja|reporter|tác giả',
  'автор|автори|текст|написал|κείμενο|ρεπορτάζ|συντάκτης',
  'تقرير|إعداد|الكاتب|كتب|نویسنده',
  'ผู้เขียน|เรื่อง|लेखक|रिपोर्ट',
  '文|記者|记者|作者|撰文|取材・文',
];

const prefix = new RegExp(
  String.raw`^\s*[-–—*•|]*\s*(?:${introductions.join('|')})(?:\s*[:：]\s*|\s+|$)|^\s*(?:${labels.join('|')})\s*[:：]\s*|^文\s?[/／|]\s?`,
  'iu',
);

/** Several particles in lower case and a surname, which is no newsroom. */
const particles = /^\s*von (?:und zu|der|dem|den) (?!redaktion)\p{Lu}/u;

/** Removes words that introduce a byline. A surname with particles keeps them: `von der Leyen`. */
// "by Ann Lee" → "Ann Lee", "Von: Eva Groß" → "Eva Groß", "Από την Ελένη Παππά" → "Ελένη Παππά", "von melody" → "melody"
export function withoutPrefix(text: string): string {
  if (particles.test(text)) return text;
  const names = text.replace(prefix, '');
  // Chinese names are written without a space inside.
  return /^\s*记者/u.test(text) ? names.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '、') : names;
}

/** True if a text begins like a byline: `By …`, `Von …`, `Reported by: …`. */
export function opensByline(text: string): boolean {
  return prefix.test(text);
}
