import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../../src/reading/mentions/discovery/tokenise.ts';

const words = (text: string) => tokenise(text).map((token) => token.text);
const openers = (text: string) => tokenise(text).flatMap((token) => (token.opens ? [token.text] : []));

describe('tokenise', () => {
  it('keeps names with hyphens and apostrophes in one token and splits the possessive off', () => {
    expect(words("Anne-Marie O'Brien's dog")).toEqual(['Anne-Marie', "O'Brien", "'s", 'dog']);
  });

  it('keeps initials with their stops', () => {
    expect(words('K.C. Maurer and J. Lee.')).toEqual(['K.C.', 'Maurer', 'and', 'J.', 'Lee', '.']);
  });

  it('opens a sentence after a stop but not after an abbreviation', () => {
    expect(openers('He met Mr. Lee. Then he left.')).toEqual(['He', 'Then']);
  });

  it('opens a sentence at a blank line without a stop before it', () => {
    expect(openers('A headline\n\nThe body')).toEqual(['A', 'The']);
  });

  it('continues a sentence over a wrapped line', () => {
    const line = 'The minister said on Tuesday that he had never met Tobias';
    expect(openers(`${line}\nEllwood before.`)).toEqual(['The']);
  });
});
