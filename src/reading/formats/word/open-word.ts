import { decodeXML } from 'entities';
import { fromBufferPromise } from 'yauzl';
import type { OpenedWord } from './opened-word.ts';

/** Maximum size of the unpacked XML of a document, in bytes. The text of a long book is a tenth of it. */
const maxXmlSize = 32 * 2 ** 20;

/** Maximum number of entries. */
const maxEntries = 5_000;

/** Title and subtitle are marked as headings that no other style becomes. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h6:fresh",
  "p[style-name='Heading 1'] => h2:fresh",
  "p[style-name='Heading 2'] => h3:fresh",
  "p[style-name='Heading 3'] => h4:fresh",
  "p[style-name='Heading 4'] => h5:fresh",
  "p[style-name='Heading 5'] => h5:fresh",
  "p[style-name='Heading 6'] => h5:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  // Programs that write no definitions of styles name only their ids, which are those of English.
  'p.Title => h1:fresh',
  'p.Subtitle => h6:fresh',
  'p.Heading1 => h2:fresh',
  'p.Heading2 => h3:fresh',
  'p.Heading3 => h4:fresh',
  'p.Heading4 => h5:fresh',
  'p.Heading5 => h5:fresh',
  'p.Heading6 => h5:fresh',
  'p.Quote => blockquote > p:fresh',
  'comment-reference => ',
];

/** Converts a Word document (.docx) to HTML. Throws if it is damaged or too large. */
export async function openWord(bytes: Uint8Array): Promise<OpenedWord> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const properties = await readProperties(buffer);
  let images = 0;
  // Loaded with the first document, because it takes 19 MB and most imports have none.
  const { default: mammoth } = await import('mammoth');
  const convertImage = mammoth.images.imgElement(async () => {
    images++;
    return { src: '' };
  });
  const { value } = await mammoth.convertToHtml(
    { buffer },
    { styleMap, convertImage, externalFileAccess: false },
  );
  const property = (name: string) => {
    const [, text = ''] = new RegExp(`<${name}(?:\\s[^<>]*)?>([^<]*)</${name}>`).exec(properties) ?? [];
    return decodeXML(text).trim() || null;
  };
  return {
    html: value,
    title: property('dc:title'),
    language: property('dc:language'),
    keywords: property('cp:keywords'),
    images,
  };
}

/**
 * Returns the core properties, as XML. Unpacks all XML before the converter does, which has no limits: what a zip file
 * states about its sizes may be wrong.
 */
async function readProperties(buffer: Buffer): Promise<string> {
  const zip = await fromBufferPromise(buffer);
  if (zip.entryCount > maxEntries) throw new Error(`more than ${maxEntries} entries`);
  let properties = '';
  let size = 0;
  for await (const entry of zip.eachEntry()) {
    if (!/\.(?:xml|rels)$/i.test(entry.fileName)) continue;
    for await (const part of await zip.openReadStreamPromise(entry)) {
      if (!(part instanceof Uint8Array)) continue;
      size += part.length;
      if (size > maxXmlSize) throw new Error(`unpacks to more than ${maxXmlSize / 2 ** 20} MiB`);
      if (entry.fileName === 'docProps/core.xml' && properties.length < 2 ** 16)
        properties += Buffer.from(part).toString('utf8');
    }
  }
  return properties;
}
