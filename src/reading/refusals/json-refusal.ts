/** JSON that software writes, by members that it has, with what it is. */
const kinds: [members: RegExp[], refusal: string][] = [
  [[/^\s*\{(?:[^[]{0,2000})"type"\s*:\s*"(?:FeatureCollection|Topology)"/], 'a map (GeoJSON), not articles'],
  [[/^\s*\{\s*"type"\s*:\s*"Feature"\s*,/], 'a map (GeoJSON), not articles'],
  [
    [/"lockfileVersion"\s*:|"_pipfile"|"_readme"\s*:\s*\[\s*"This file locks/],
    'a lock file of software, not articles',
  ],
  [
    [
      /"(?:name|private)"\s*:/,
      /"(?:dependencies|devDependencies|scripts|peerDependencies|require-dev)"\s*:\s*\{/,
    ],
    'a file of software (package.json), not articles',
  ],
  [[/"compilerOptions"\s*:\s*\{/], 'settings of software (tsconfig.json), not articles'],
  [
    [/"icons"\s*:\s*\[/, /"(?:start_url|display|theme_color|background_color)"\s*:/],
    'a web app manifest, not articles',
  ],
  [[/"nbformat"\s*:|"cell_type"\s*:/], 'a notebook (Jupyter); save it as Markdown or HTML'],
  [[/"\$schema"\s*:\s*"https?:\/\/json-schema\.org/], 'a JSON Schema, not articles'],
  [[/^\s*\{\s*"(?:openapi|swagger)"\s*:/], 'a description of an API (OpenAPI), not articles'],
  [
    [/^\s*\{\s*"log"\s*:\s*\{\s*"(?:version|creator|browser|pages)"/],
    'a record of network traffic (HAR), not articles',
  ],
  [[/"mappings"\s*:\s*"/, /"sources"\s*:\s*\[/], 'a source map of software, not articles'],
  [[/"bookmark_bar"\s*:\s*\{/], 'bookmarks of a browser, not articles'],
  [[/"profile"\s*:\s*"(?:tabular-)?data-package"/], 'a description of data (datapackage.json), not articles'],
];

/** Returns what a JSON file is that has no articles; undefined for others. */
// {"type": "FeatureCollection", … → "a map (GeoJSON), not articles"
export function jsonRefusal(head: string): string | undefined {
  if (!/^\s*\{/.test(head)) return undefined;
  return kinds.find(([members]) => members.every((member) => member.test(head)))?.[1];
}
