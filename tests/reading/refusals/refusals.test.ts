import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/reading/read-document.ts';
import { zipOf } from '../../importing/zip-of.ts';

const settings = { source: null, timeZone: 'UTC', language: null, map: {} };

/** Returns the reason why a document is refused, or the headlines of its articles. */
function outcomeOf(content: string | Uint8Array, path = 'a.txt'): string | string[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const readings = [...readDocument({ path, bytes }, settings)];
  const [reason] = readings.flatMap((each) => (each.kind === 'reject' ? [each.reject.reason] : []));
  return reason ?? readings.flatMap((each) => (each.kind === 'draft' ? [each.draft.headline] : []));
}

const bytesOf = (hex: string, length = 200) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(length)]);
const ole = (stream: string) =>
  Buffer.concat([bytesOf('d0cf11e0a1b11ae1', 504), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);
const zip = (...names: string[]) => zipOf(Object.fromEntries(names.map((name) => [name, Buffer.from('x')])));
const stored = (type: string) =>
  Buffer.concat([
    bytesOf('504b03041400', 20),
    bytesOf('08000000', 0),
    Buffer.from(`mimetype${type}PK`),
    Buffer.alloc(9),
  ]);

describe('a binary file is refused by what it is', () => {
  test.each<[RegExp, Uint8Array]>([
    [/^a PDF; save it as text or HTML$/, Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\0\0\n1 0 obj', 'latin1')],
    [/^an image/, bytesOf('89504e470d0a1a0a')],
    [/^an image/, bytesOf('ffd8ffe000104a464946')],
    [/^an image/, bytesOf('474946383961')],
    [/^an image/, Buffer.from('RIFF\0\x01\0\0WEBPVP8 \0\0\0\0', 'latin1')],
    [/^an image/, bytesOf('49492a0008000000')],
    [/^an image/, Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1', 'latin1')],
    [/^an image/, bytesOf('384250530001')],
    [/^a video/, Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0isom', 'latin1')],
    [/^a video/, bytesOf('1a45dfa3')],
    [/^an audio file/, Buffer.from('ID3\x03\0\0\0\0\0\0TIT2', 'latin1')],
    [/^an audio file/, Buffer.from('\0\0\0\x18ftypM4A \0\0\0\0', 'latin1')],
    [/^a program/, bytesOf('7f454c460201')],
    [/^a program/, bytesOf('4d5a9000')],
    [/^a SQLite database/, Buffer.from('SQLite format 3\0\x10\0', 'latin1')],
    [/^a font/, bytesOf('774f4632')],
    [/^a Word document of 1997/, ole('WordDocument')],
    [/^an Excel workbook of 1997/, ole('Workbook')],
    [/^a PowerPoint presentation of 1997/, ole('PowerPoint Document')],
    [/^an Outlook message/, ole('__substg1.0_0037001F')],
    [/^an Excel workbook; export the sheet as CSV$/, zip('[Content_Types].xml', 'xl/workbook.xml')],
    [/^a PowerPoint presentation/, zip('_rels/.rels', 'ppt/presentation.xml')],
    [/^an OpenDocument text/, stored('application/vnd.oasis.opendocument.text')],
    [/^an OpenDocument spreadsheet/, stored('application/vnd.oasis.opendocument.spreadsheet')],
    [/^an EPUB book/, stored('application/epub+zip')],
    [/^a RAR archive/, bytesOf('526172211a0700')],
    [/^a .DS_Store/, bytesOf('0000000142756431')],
    [/^binary file, not text$/, bytesOf('99887766')],
  ])('%s', (reason, bytes) => {
    expect(outcomeOf(bytes, 'article.txt')).toMatch(reason);
  });
});

describe('a text file that is no article is refused by what it is', () => {
  test.each<[RegExp, string, string?]>([
    [/^a PDF/, '%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n'],
    [/^an RTF document; save it as text or HTML$/, '{\\rtf1\\ansi\\deff0 {\\b Bridge reopens}\\par}'],
    [
      /^XML with the root <results>, which is not a known format; convert/,
      '<results>\n <result><id>1</id></result>\n</results>',
    ],
    [
      /^XML with the root <rbnews>/,
      '<?xml version="1.0"?>\n<RBNews><headline>Broen</headline><body>Rådet stemte.</body></RBNews>',
      'a.xml',
    ],
    [
      /^XML with the root <rbnews>/,
      '\ufeff<!-- sent by desk -->\n<RBNews version="1"><title>Broen</title></RBNews>',
      'a.html',
    ],
    [/^XML with the root <x:doc>/, '<x:doc xmlns:x="urn:example"><x:p>Bridge</x:p></x:doc>', 'a.xml'],
    [
      /^sports results \(SportsML\)/,
      '<sports-content xmlns="http://iptc.org/std/SportsML/"><sports-event/></sports-content>',
      'a.xml',
    ],
    [/^a drawing \(SVG\)/, '<svg xmlns="http://www.w3.org/2000/svg"><text>Harbor</text></svg>', 'a.svg'],
    [/^a stylesheet \(XSLT\)/, '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>', 'a.xsl'],
    [
      /^a list of feeds \(OPML\)/,
      '<?xml version="1.0"?><opml version="2.0"><body><outline text="News"/></body></opml>',
      'a.xml',
    ],
    [
      /^a property list/,
      '<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x"><plist version="1.0"><dict/></plist>',
      'a.xml',
    ],
    [
      /^a list of sitemaps/,
      '<?xml version="1.0"?><sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>',
      'a.xml',
    ],
    [/^a map \(GeoJSON\)/, '{"type":"FeatureCollection","features":[{"type":"Feature"}]}', 'a.json'],
    [
      /^a file of software \(package.json\)/,
      '{"name":"site","version":"1.0.0","dependencies":{"vite":"^5"}}',
      'a.json',
    ],
    [/^a lock file/, '{"name":"site","lockfileVersion":3,"packages":{}}', 'a.json'],
    [/^a notebook/, '{"cells":[{"cell_type":"markdown","source":["# A"]}],"nbformat":4}', 'a.json'],
    [/^a makefile/, 'build:\n\thugo\n\nserve:\n\thugo server\n', 'site/Makefile'],
    [/^a hidden file/, 'The council voted to reopen the bridge.', 'site/.draft'],
    [
      /a browser saved/,
      '<html><body><h1>Advertisement</h1><p>Buy our shoes now.</p></body></html>',
      'a_files/saved_resource.html',
    ],
    [/_index/, '---\ntitle: Blog\n---\nAll posts of the newsroom are here.\n', 'content/blog/_index.md'],
    [/^a template/, '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}', 'layouts/single.html'],
    [
      /^a template/,
      '<!doctype html><html><head><title>{{ page.title }}</title></head><body>{{ content }}</body></html>',
      '_layouts/default.html',
    ],
    [
      /^a template/,
      '---\nlayout: default\n---\n<h1>{{ page.title }}</h1>\n{{ content }}\n',
      '_layouts/post.html',
    ],
    [/^a script/, '#!/usr/bin/env bash\nset -e\nhugo\n', 'deploy'],
    [/^source code/, 'import os\nimport sys\n\ndef main():\n    print(os.getcwd())\n\nmain()\n'],
    [/^source code/, '.menu {\n  color: red;\n  margin: 0;\n}\n.menu a {\n  color: blue;\n}\n', 'style'],
    [
      /^source code/,
      'const a = 1;\nconst b = require("fs");\nfunction open() {\n  return b;\n}\n',
      'app.txt',
    ],
    [/^source code/, 'body{margin:0}', 'style.css'],
    [
      /^a dump of a database/,
      '-- MySQL dump 10.13\n--\n-- Host: localhost\n\nCREATE TABLE posts (id int);\n',
    ],
    [
      /^a log/,
      '2024-11-26 14:30:00 INFO Server started on port 80\n2024-11-26 14:30:01 WARN No index was found\n2024-11-26 14:30:02 INFO Request took 12 ms\n',
    ],
    [
      /^a log/,
      '10.0.0.1 - - [26/Nov/2024:14:30:00 +0000] "GET / HTTP/1.1" 200 12\n10.0.0.2 - - [26/Nov/2024:14:30:00 +0000] "GET /a HTTP/1.1" 200 12\n10.0.0.2 - - [26/Nov/2024:14:30:00 +0000] "GET /b HTTP/1.1" 404 0\n',
    ],
    [/numbers|table/, '12 14 18\n13 15 19\n14 16 20\n'],
    [/^a table/, 'Team\tPlayed\tPoints\nHarwick\t3\t9\nSeahaven\t3\t4\n'],
    [/^a calendar/, 'BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n'],
    [/^a file of settings/, 'title: Site\nbaseurl: /news\nport: 80\n', '_config.yml'],
  ])('%s', (reason, text, path) => {
    expect(outcomeOf(text, path)).toMatch(reason);
  });
});

describe('an article is not refused', () => {
  test.each<[string, string, string?]>([
    ['a brief of one sentence', 'Bridge reopens\n\nThe council reopened the bridge on Tuesday.\n'],
    ['Chinese', '大桥重新开放\n\n市议会周二投票决定重新开放旧港大桥。\n'],
    ['Japanese', '橋が再開\n\n町議会は火曜日、古い港の橋を再開することを決めた。\n'],
    ['Thai', 'สะพานเปิดอีกครั้ง\n\nสภาเมืองลงมติเมื่อวันอังคารให้เปิดสะพานท่าเรือเก่าอีกครั้ง\n'],
    ['Arabic', 'إعادة فتح الجسر\n\nصوت المجلس يوم الثلاثاء على إعادة فتح جسر الميناء القديم.\n'],
    ['Hindi', 'पुल फिर खुला\n\nपरिषद ने मंगलवार को पुराने बंदरगाह पुल को फिर से खोलने के लिए मतदान किया।\n'],
    ['capitals', 'BRIDGE REOPENS\n\nTHE COUNCIL VOTED ON TUESDAY TO REOPEN THE OLD BRIDGE.\n'],
    [
      'a headline with a company in angle brackets',
      '<ITT CANADA LTD> SELLS BRIDGE\n\nThe company sold the bridge on Tuesday, it said.\n',
    ],
    [
      'a match report with a table',
      'Harwick win\n\nHarwick beat Seahaven on Saturday in front of 400 people.\n\nTeam\tPoints\tGoals\nHarwick\t9\t3\nSeahaven\t4\t1\nNorton\t1\t0\n',
    ],
    [
      'a post with the marks of a generator',
      '---\ntitle: Bridge reopens\n---\n{% include figure.html src="a.png" %}\n\nThe council voted on Tuesday.\n',
      'a.md',
    ],
    [
      'a page saved as index.php',
      '<!doctype html><html><head><title>Bridge reopens</title></head><body><article><p>The council voted on Tuesday to reopen it.</p></article></body></html>',
      'index.php',
    ],
    [
      'a post about code',
      '---\ntitle: Bridge reopens\n---\nThe council voted.\n\n```\n{{ content }}\n```\n',
      'a.md',
    ],
    [
      'a text that quotes code',
      '# Layouts\n\nWe write `{{ content }}` in the layout, and the page appears there.\n',
      'a.md',
    ],
    [
      'a piece of HTML',
      '<div class="story"><h1>Bridge reopens</h1><p>The council voted on Tuesday to reopen it.</p></div>',
      'a.html',
    ],
  ])('%s', (_, text, path) => {
    expect(outcomeOf(text, path)).toHaveLength(1);
    expect(typeof outcomeOf(text, path)).toBe('object');
  });

  test('that is read as text because the user says so', () => {
    const bytes = Buffer.from('import os\n\ndef main():\n  run()\n');
    expect([...readDocument({ path: 'a.py', bytes }, settings, 'text')]).toMatchObject([{ kind: 'draft' }]);
  });
});
