/** Tag that occurs together with the subject of a graph. */
export interface Companion {
  id: string;
  /** Its present slug, if it is known. */
  slug?: string;
  name: string;
  /** Number of articles shared with the subject. */
  count: number;
}

/** Pair of tags that occur together, as returned by the API. */
export interface Edge {
  source: string;
  target: string;
  articles: number;
}

/** Companion with its position: `x` in percent of the width, `y` in pixels. */
export interface Placed extends Companion {
  x: number;
  y: number;
  side: 'left' | 'right';
}

/** Line between two positions. `weight` (0 to 1) is relative to the strongest line of its kind. */
export interface Line {
  from: { x: number; y: number; id: string };
  to: { x: number; y: number; id: string };
  weight: number;
  articles: number;
  /** True if it starts at the subject. */
  isSpoke: boolean;
  /** True if it is not among the two strongest lines of either end. Hides most lines of a dense graph. */
  isMinor: boolean;
}

/** Layout of a graph: positions, lines and height. */
export interface Ring {
  height: number;
  center: { x: number; y: number };
  companions: Placed[];
  lines: Line[];
}

/** Height in pixels of a name, which has up to two lines, and of the space above the first name. */
const row = 46;
const edge = 10;
/** Minimum height of the graph in pixels, for the subject and its name. */
const minHeight = 160;
/** Number of shared articles that counts as a strong link, even if no other link is stronger. */
const thick = 5;
/** Half the width of the ring, in percent. The rest is for names. */
const radius = 17;

/**
 * Places the companions of a subject on a ring around it. Only heights are in pixels, so the graph fits any
 * width. Names are outside, one per row on each side, and never overlap. Companions that occur together are
 * neighbours if possible, which keeps lines short. The result depends only on the data.
 */
export function ring(subject: string, companions: Companion[], edges: Edge[]): Ring {
  const ordered = orderByStrength(companions, edges);
  const rows = Math.ceil(ordered.length / 2);
  const height = Math.max(minHeight, 2 * edge + rows * row);
  const step = (height - 2 * edge) / Math.max(1, rows);
  const center = { x: 50, y: height / 2 };
  const placed = ordered.map((companion, index): Placed => {
    const side = index < rows ? 'right' : 'left';
    // Clockwise: down the right side, up the left.
    const place = side === 'right' ? index : ordered.length - 1 - index;
    const count = side === 'right' ? rows : ordered.length - rows;
    const y = center.y + (place - (count - 1) / 2) * step;
    const off = radius * Math.sqrt(1 - 0.8 * ((y - center.y) / (height / 2)) ** 2);
    return { ...companion, side, y, x: Math.round(10 * (50 + (side === 'right' ? off : -off))) / 10 };
  });
  const places = new Map(placed.map(({ id, x, y }) => [id, { id, x, y }]));
  const strongest = (isSpoke: boolean) =>
    Math.max(
      thick,
      ...edges.filter((each) => touches(each, subject) === isSpoke).map(({ articles }) => articles),
    );
  const most = { spoke: strongest(true), chord: strongest(false) };
  const major = strongestOfEach(placed, edges);
  const lines = edges.flatMap((each): Line[] => {
    const isSpoke = touches(each, subject);
    const from = isSpoke ? { ...center, id: subject } : places.get(each.source);
    const to = places.get(each.source === subject ? each.target : isSpoke ? each.source : each.target);
    if (!from || !to) return [];
    const weight = each.articles / (isSpoke ? most.spoke : most.chord);
    return [{ from, to, weight, articles: each.articles, isSpoke, isMinor: !isSpoke && !major.has(each) }];
  });
  return {
    height,
    center,
    companions: placed,
    lines: lines.sort((a, b) => Number(a.isSpoke) - Number(b.isSpoke)),
  };
}

/** Returns the edges that are among the two strongest of either companion. */
function strongestOfEach(companions: Companion[], edges: Edge[]): Set<Edge> {
  const ids = new Set(companions.map(({ id }) => id));
  const between = edges.filter(({ source, target }) => ids.has(source) && ids.has(target));
  return new Set(
    companions.flatMap(({ id }) =>
      between
        .filter((each) => touches(each, id))
        .sort((a, b) => b.articles - a.articles)
        .slice(0, 2),
    ),
  );
}

/** Orders companions so that each is followed by its strongest remaining partner. */
function orderByStrength(companions: Companion[], edges: Edge[]): Companion[] {
  const left = [...companions].sort((a, b) => b.count - a.count);
  const ordered = left.splice(0, 1);
  while (left.length > 0) {
    const last = ordered.at(-1)?.id ?? '';
    const bond = ({ id }: Companion) =>
      edges.find((each) => touches(each, last) && touches(each, id))?.articles ?? 0;
    const strongest = Math.max(...left.map(bond));
    ordered.push(
      ...left.splice(
        left.findIndex((each) => bond(each) === strongest),
        1,
      ),
    );
  }
  return ordered;
}

function touches({ source, target }: Edge, id: string): boolean {
  return source === id || target === id;
}
