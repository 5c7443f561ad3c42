import { apiShapes } from './apis.ts';
import { csvShapes } from './csv.ts';
import { feedShapes } from './feed.ts';
import { htmlShapes } from './html.ts';
import { iptcShapes } from './iptc.ts';
import { jsonShapes } from './json.ts';
import { mailShapes } from './mail.ts';
import { markdownShapes } from './markdown.ts';
import { packedShapes } from './packed.ts';
import type { Shape } from './shape.ts';
import { textShapes } from './text.ts';
import { wireShapes } from './wire.ts';
import { wordpressShapes } from './wordpress.ts';

/** All hostile documents. */
export const shapes: Shape[] = [
  ...wireShapes,
  ...textShapes,
  ...htmlShapes,
  ...feedShapes,
  ...wordpressShapes,
  ...iptcShapes,
  ...jsonShapes,
  ...apiShapes,
  ...csvShapes,
  ...markdownShapes,
  ...mailShapes,
  ...packedShapes,
];
