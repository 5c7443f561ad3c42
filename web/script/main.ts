import { createClient } from '../../clients/typescript/src/client.ts';
import { brush } from './brush.ts';
import { copyButtons } from './copy-buttons.ts';
import { followLinks } from './follow-links.ts';
import { graphFocus } from './graph-focus.ts';
import { mentionCards } from './mention-cards.ts';
import { moreArticles } from './more-articles.ts';
import { offlineNotice } from './offline-notice.ts';
import { suggestions } from './suggestions.ts';

/** Progressive enhancement: pages are complete without script. All data comes from the public API. */
const api = createClient({ timeout: 8000, longestWait: 2000 });

suggestions(api);
mentionCards(api);
moreArticles(api);
brush();
graphFocus();
copyButtons();
offlineNotice();
followLinks();
