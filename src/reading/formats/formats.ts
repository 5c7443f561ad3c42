import type { Format } from '../reader.ts';
import { csv } from './csv/csv.ts';
import { datelineExport } from './export/dateline-export.ts';
import { feed } from './feed/feed.ts';
import { html } from './html/html.ts';
import { json } from './json/json.ts';
import { mail } from './mail/mail.ts';
import { markdown } from './markdown/markdown.ts';
import { ndjson } from './ndjson/ndjson.ts';
import { newsml } from './newsml/newsml.ts';
import { newsml1 } from './newsml1/newsml1.ts';
import { ninjs } from './ninjs/ninjs.ts';
import { nitf } from './nitf/nitf.ts';
import { text } from './text/text.ts';
import { wire } from './wire/wire.ts';
import { word } from './word/word.ts';

/** Every format that can be read; to add one, write its file and its line here. */
export const formats: Format[] = [
  datelineExport,
  mail,
  word,
  ninjs,
  newsml,
  newsml1,
  nitf,
  wire,
  feed,
  html,
  ndjson,
  json,
  csv,
  markdown,
  text,
];

/** Below this, the content has not decided, and the extension may. */
const certain = 0.5;

/**
 * The format of a document: the one named, else the one that its first characters make likeliest, else the one
 * that its extension says, else the likeliest of all. Undefined when nothing speaks for any.
 */
// "<!doctype html>…", "page.txt" → html; "EU's Borrell vows …", "a.txt" → text
export function formatOf(head: string, path: string, name?: string): Format | undefined {
  if (name !== undefined) return formats.find((format) => format.name === name);
  const likely = formats
    .map((format) => ({ format, score: format.recognise(head, path) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score);
  const best = likely[0];
  if (best && best.score >= certain && best.score > (likely[1]?.score ?? 0)) return best.format;
  return (
    byExtension(
      path,
      likely.filter(({ score }) => score === best?.score).map(({ format }) => format),
    ) ?? best?.format
  );
}

/** By extension; among equally likely ones first. */
function byExtension(path: string, likeliest: Format[]): Format | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const claims = ({ extensions }: Format) => extensions.includes(extension);
  return likeliest.find(claims) ?? formats.find(claims);
}
