import type { AuthorityEntry } from '../../model/authority.ts';
import type { Draft } from '../../model/draft.ts';
import type { Field, Mention } from '../../model/mention.ts';
import type { NameTarget } from './match-names.ts';
import { spellingsOf } from './name-variants.ts';
import { createPhraseMatcher } from './phrase-matcher.ts';
import { tokenize } from './tokenize.ts';

/**
 * Prepares a function that finds organizations of the authority in the byline, the credit and the credits of images.
 *
 *     credit "Yonhap", credit of the first image "AFP"
 *       → organization/yonhap-news-agency in `credit`, organization/agence-france-presse in `credit` of image 0
 */
export function createCreditFinder(authority: AuthorityEntry[]): (draft: Draft) => Mention[] {
  const organizations = authority.filter(({ type }) => type === 'organization');
  const match = createPhraseMatcher<NameTarget>(
    organizations.flatMap((entry) =>
      spellingsOf(entry).map(({ text, method }) => ({ text, target: { entry, method } })),
    ),
  );
  const findIn = (field: Field, text: string | null, image: number | null): Mention[] => {
    if (text === null) return [];
    const tokens = tokenize(text);
    const mentions: Mention[] = [];
    for (let at = 0; at < tokens.length; ) {
      const found = match(tokens, at);
      const [target, another] = found?.targets ?? [];
      const start = tokens[at]?.start ?? 0;
      at = found ? found.to : at + 1;
      // Two organizations of the same name cannot be told apart.
      if (!target || another) continue;
      const end = tokens[at - 1]?.end ?? start;
      mentions.push({
        tag: target.entry.id,
        name: target.entry.name,
        field,
        image,
        start,
        end,
        exact: text.slice(start, end),
        role: null,
        method: target.method,
        confidence: 0.95,
      });
    }
    return mentions;
  };
  return (draft) => [
    ...findIn('byline', draft.byline, null),
    ...findIn('credit', draft.credit, null),
    ...draft.images.flatMap(({ credit }, image) => findIn('credit', credit, image)),
  ];
}
