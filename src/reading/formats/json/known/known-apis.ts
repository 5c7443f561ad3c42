import { aggregators } from './aggregators.ts';
import { arc } from './arc.ts';
import { comments } from './comments.ts';
import { diffbot, newsPlease, newspaper, trafilatura } from './extractors.ts';
import { fundus } from './fundus.ts';
import { ghost } from './ghost.ts';
import { guardian } from './guardian.ts';
import type { KnownApi } from './known-api.ts';
import { linkedArticle } from './linked-article.ts';
import { nytLists, nytSearch } from './nyt.ts';
import { wordpress } from './wordpress.ts';
import { wordpressCom } from './wordpress-com.ts';

/** APIs and programs whose records are known by their shape; to add one, write its file and its line here. */
export const knownApis: KnownApi[] = [
  wordpress,
  wordpressCom,
  ghost,
  guardian,
  nytSearch,
  nytLists,
  arc,
  linkedArticle,
  newsPlease,
  trafilatura,
  newspaper,
  fundus,
  diffbot,
  comments,
  ...aggregators,
];
