import type { ReleaseField } from '../../release/release-statements.ts';
import type { Piece } from '../body-of.ts';

/** Story of a wire message, before it becomes a draft. */
export interface WireStory {
  /** Identifier of the story at its agency; null if it has none. */
  key: string | null;
  headline: string | null;
  standfirst: string | null;
  byline: string | null;
  /** Time of transmission in a form that readDate reads. */
  sent: string | null;
  slugline: string | null;
  keywords: string[];
  sections: string[];
  urgency: number | null;
  /** Number of the version among those of one story. */
  version: number | null;
  editorsNote: string | null;
  credit: string | null;
  release: ReleaseField[];
  pieces: Piece[];
}
