import { dateOrderOf } from '../../fields/date-order.ts';
import { detectLanguage } from '../../fields/detect-language.ts';
import { readDate } from '../../fields/read-date.ts';
import { splitKeywords } from '../../fields/split-keywords.ts';
import type { Document, Format, Reading, ReadingSettings } from '../../reader.ts';
import { wireReleaseFields } from '../../release/release-fields.ts';
import { statedReleases } from '../../release/wire-release.ts';
import type { Piece } from '../body-of.ts';
import { composeDraft } from '../compose-draft.ts';
import { readFragment } from '../html/read-fragment.ts';
import { parseJson } from '../json/parse-json.ts';
import { leadingLines } from '../leading-lines.ts';
import { OpenedWord } from './opened-word.ts';

/**
 * Word documents (.docx). They are converted to HTML before (`openDocument`). Their dates of creation and change are not
 * dates of publication and not read.
 */
export const word: Format = {
  name: 'word',
  extensions: ['docx'],
  release: { ...wireReleaseFields, DRAFT: 'unpublished' },
  recognise: () => 0,
  *read(document, settings) {
    const parsed = parseJson(new TextDecoder().decode(document.bytes));
    const opened = 'reason' in parsed ? undefined : OpenedWord.safeParse(parsed.value).data;
    yield opened
      ? readWord(opened, document, settings)
      : {
          kind: 'reject',
          reject: { path: document.path, line: null, reason: 'not a Word document (.docx)' },
        };
  },
};

function readWord(opened: OpenedWord, document: Document, settings: ReadingSettings): Reading {
  const all = readFragment(opened.html, null).pieces.map(({ kind, level, text }) => ({ kind, level, text }));
  const { headline, standfirst, rest } = withoutHeadline(all, opened.title);
  const order = dateOrderOf(settings.language ?? detectLanguage(rest.map(({ text }) => text).join('\n')));
  const zone = { timeZone: settings.timeZone, order };
  const lines = leadingLines(rest, headline, zone);
  const written =
    lines.published[0] === undefined ? null : (readDate(lines.published[0], zone)?.instant ?? null);
  return composeDraft(
    {
      ...{
        format: 'word',
        path: document.path,
        line: null,
        key: null,
        ordinal: 0,
        url: document.url ?? null,
      },
      headline,
      standfirst,
      bylines: lines.bylines,
      published: lines.published,
      updated: lines.updated,
      language: opened.language,
      keywords: splitKeywords(opened.keywords ?? '', ',;'),
      images: [],
      pieces: lines.pieces,
      summaryOnly: false,
      dateline: lines.dateline,
      unused: opened.images > 0 ? ['image'] : [],
      release: statedReleases(lines.release, written),
    },
    settings,
  );
}

/** Titles that programs give. */
const generic =
  /^(?:document\s*\d*|dokument\s*\d*|untitled|title|microsoft word\b.*|.*\.(?:docx?|odt|rtf|pdf)|\W*)$/i;

/** A first line is the headline if it is so short. */
const maxHeadline = 160;

/** Returns the headline (a title, a heading, the first short line, or the property) and the text without it. */
function withoutHeadline(
  pieces: Piece[],
  title: string | null,
): { headline: string | null; standfirst: string | null; rest: Piece[] } {
  const top = pieces.slice(0, 6);
  const isHeading = ({ kind, level }: Piece) => kind === 'heading' && level !== 6;
  const heading = top.findIndex(isHeading);
  const first = top.findIndex(
    ({ text, kind }) => kind === 'paragraph' && isShortLine(text) && !isLabel.test(text),
  );
  const isNext = first >= 0 && pieces.length > first + 1;
  const at = heading >= 0 ? heading : isNext ? first : -1;
  const subtitle = top.find(({ kind, level }) => kind === 'heading' && level === 6);
  const rest = pieces.filter((piece, index) => index !== at && piece !== subtitle);
  const own = at < 0 ? undefined : pieces[at]?.text;
  const property = title !== null && !generic.test(title) ? title : null;
  return { headline: own ?? property, standfirst: subtitle?.text ?? null, rest };
}

/** Lines that stand above a headline. */
const isLabel =
  /^\W*(?:for immediate release|(?:press|news|media) (?:release|statement|advisory)|pressemitteilung|communiqué de presse|comunicado|embargo|not for|do not (?:publish|release|use)|(?:(?:first|rough|working) )?draft(?: (?:v(?:ersion)? ?)?[\d.]+)?\W*$|hold for|by |date\b|published\b)|\bembargo(?:ed)?\b/i;

function isShortLine(text: string): boolean {
  return (
    text.length <= maxHeadline && !text.includes('\n') && !/[.:;,]$/.test(text.trim()) && /\p{L}/u.test(text)
  );
}
