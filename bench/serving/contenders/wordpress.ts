import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { type Contender, freePort, type Source, startProcess } from '../contender.ts';
import { peerFolder } from '../peer-folder.ts';
import type { Question } from '../question.ts';

const run = promisify(execFile);

/** Where Debian's packages put things. */
const debian = { wordpress: '/usr/share/wordpress', programs: ['nginx', 'mariadbd', 'mariadb-install-db'] };

/** Ids below are those of WordPress itself. */
const firstPost = 1000;

/**
 * The REST API of WordPress on nginx, PHP-FPM and MariaDB, as `apt-get install wordpress php-fpm php-mysql nginx
 * mariadb-server` brings them; each runs with a configuration and data of its own, on loopback or sockets.
 */
export const wordpress: Contender = {
  name: 'WordPress',
  async start(source) {
    const phpFpm = await programs();
    const folder = await peerFolder(`wordpress/${source.name}`);
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const paths = {
      data: join(folder, 'mysql'),
      // Sockets have short names at most.
      mysql: `/tmp/dateline-bench-mysql-${port}.sock`,
      php: `/tmp/dateline-bench-php-${port}.sock`,
      site: join(folder, 'site'),
    };
    const stops: (() => Promise<void>)[] = [];
    const stop = async () => {
      for (const one of stops.reverse()) await one();
    };
    try {
      const isNew = !existsSync(join(folder, 'filled'));
      if (isNew) {
        await rm(folder, { recursive: true, force: true });
        await mkdir(paths.data, { recursive: true });
        await run('mariadb-install-db', [
          '--no-defaults',
          `--datadir=${paths.data}`,
          '--auth-root-authentication-method=normal',
          ...asRoot(),
        ]);
        await run('cp', ['-rL', debian.wordpress, paths.site]);
      }
      await writeFile(join(paths.site, 'wp-config.php'), configOf(paths.mysql, origin));
      const database = [
        '--no-defaults',
        `--datadir=${paths.data}`,
        `--socket=${paths.mysql}`,
        '--skip-networking',
      ];
      const buffer = '--innodb-buffer-pool-size=512M';
      stops.push((await startProcess('mariadbd', [...database, buffer, ...asRoot()], {})).stop);
      await untilThere(paths.mysql);
      if (isNew) await query(paths.mysql, 'CREATE DATABASE wordpress');
      await writeFile(join(folder, 'php.conf'), phpConfig(folder, paths.php));
      stops.push((await startProcess(phpFpm, ['-R', '-F', '-y', join(folder, 'php.conf')], {})).stop);
      await writeFile(join(folder, 'nginx.conf'), nginxConfig(folder, port, paths));
      await untilThere(paths.php);
      stops.push(
        (
          await startProcess('nginx', ['-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'], {
            url: `${origin}/readme.html`,
          })
        ).stop,
      );
      if (isNew) {
        await install(origin);
        await fill(paths.mysql, source);
        await writeFile(join(folder, 'filled'), '');
      }
      const terms = await termsOf(paths.mysql);
      return { origin, stop, path: (question) => pathOf(question, terms) };
    } catch (error) {
      await stop();
      throw error;
    }
  },
};

/** The name of PHP-FPM's program. Throws when a program or WordPress is missing. */
async function programs(): Promise<string> {
  const installed = await Promise.all(
    debian.programs.map((name) => run('sh', ['-c', `command -v ${name}`]).catch(() => undefined)),
  );
  const phpFpm = (await readdir('/usr/sbin').catch(() => [])).find((name) => /^php-fpm\d/.test(name));
  if (installed.includes(undefined) || phpFpm === undefined || !existsSync(debian.wordpress)) {
    throw new Error('not installed: apt-get install wordpress php-fpm php-mysql nginx mariadb-server');
  }
  return phpFpm;
}

function asRoot(): string[] {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}

async function untilThere(path: string): Promise<void> {
  for (let tries = 0; !existsSync(path); tries += 1) {
    if (tries > 300) throw new Error(`${path} did not appear`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function query(socket: string, sql: string): Promise<string> {
  const { stdout } = await run(
    'mariadb',
    ['--no-defaults', `--socket=${socket}`, '-uroot', '-N', '-B', '-e', sql],
    { maxBuffer: 2 ** 26 },
  );
  return stdout;
}

async function install(origin: string): Promise<void> {
  const reply = await fetch(`${origin}/wp-admin/install.php?step=2`, {
    method: 'POST',
    body: new URLSearchParams({
      weblog_title: 'News',
      user_name: 'editor',
      admin_password: 'not-a-secret',
      admin_password2: 'not-a-secret',
      pw_weak: '1',
      admin_email: 'editor@example.com',
      blog_public: '0',
    }),
  });
  const page = await reply.text();
  if (!reply.ok || !/Success/i.test(page)) throw new Error(`WordPress did not install: ${page.slice(-300)}`);
}

async function fill(socket: string, source: Source): Promise<void> {
  const client = spawn('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', 'wordpress'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = once(client, 'exit');
  await pipeline(statements(source), client.stdin);
  const [code] = await ended;
  if (code !== 0) throw new Error(`mariadb ended with ${code}`);
}

async function* statements(source: Source): AsyncGenerator<string> {
  const terms = new Map<string, { id: number; count: number }>();
  yield 'SET autocommit=0; DELETE FROM wp_posts;\n';
  for await (const { id, slug, headline, standfirst, publishedAt, topics, body } of source.articles()) {
    const at = publishedAt.replace('T', ' ').replace('Z', '');
    const post = firstPost + id;
    yield `INSERT INTO wp_posts (ID, post_author, post_date, post_date_gmt, post_content, post_title, post_excerpt,
      post_status, post_name, to_ping, pinged, post_modified, post_modified_gmt, post_content_filtered, post_type)
      VALUES (${post}, 1, '${at}', '${at}', ${text(body)}, ${text(headline)}, ${text(standfirst ?? '')}, 'publish',
      ${text(slug.slice(0, 190))}, '', '', '${at}', '${at}', '', 'post');\n`;
    for (const topic of topics) {
      const term = terms.get(topic) ?? { id: terms.size + 100, count: 0 };
      term.count += 1;
      terms.set(topic, term);
      yield `INSERT IGNORE INTO wp_term_relationships VALUES (${post}, ${term.id}, 0);\n`;
    }
  }
  for (const [slug, { id, count }] of terms) {
    yield `INSERT INTO wp_terms (term_id, name, slug) VALUES (${id}, ${text(slug)}, ${text(slug)});
      INSERT INTO wp_term_taxonomy (term_taxonomy_id, term_id, taxonomy, description, count)
      VALUES (${id}, ${id}, 'post_tag', '', ${count});\n`;
  }
  yield 'COMMIT; ANALYZE TABLE wp_posts, wp_term_relationships;\n';
}

function text(value: string): string {
  return `'${value.replace(/['\\]/g, '\\$&').replaceAll('\0', '')}'`;
}

async function termsOf(socket: string): Promise<Map<string, string>> {
  const rows = await query(socket, 'SELECT slug, term_id FROM wordpress.wp_terms');
  return new Map(
    rows
      .trim()
      .split('\n')
      .map((row) => {
        const [slug = '', id = ''] = row.split('\t');
        return [slug, id];
      }),
  );
}

/** Lists ask for the fields of a card only, which spares WordPress the bodies. */
function pathOf(question: Question, terms: Map<string, string>): string | undefined {
  const list = '/?rest_route=/wp/v2/posts&per_page=20&_fields=id,slug,date_gmt,title,excerpt,link,tags';
  switch (question.kind) {
    case 'newest':
      return `${list}&page=${question.page}`;
    case 'topic in a year':
      return `${list}&tags=${terms.get(question.topic)}&after=${question.year - 1}-12-31T23:59:59&before=${question.year + 1}-01-01T00:00:00`;
    case 'article':
      return `/?rest_route=/wp/v2/posts/${firstPost + question.number}`;
    case 'search':
      return `${list}&search=${encodeURIComponent(question.q)}&orderby=date`;
    case 'search by relevance':
      return `${list}&search=${encodeURIComponent(question.q)}&orderby=relevance`;
    default:
      return undefined;
  }
}

function configOf(socket: string, origin: string): string {
  return `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', '${origin}'); define('WP_SITEURL', '${origin}');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true); define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

function phpConfig(folder: string, socket: string): string {
  return `[global]
error_log = ${folder}/php.log
[www]
listen = ${socket}
${process.getuid?.() === 0 ? 'user = root\ngroup = root' : ''}
pm = static
pm.max_children = 4
php_admin_value[opcache.enable] = 1
php_admin_value[memory_limit] = 512M
`;
}

function nginxConfig(folder: string, port: number, { php, site }: { php: string; site: string }): string {
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/nginx.log;
events { worker_connections 256; }
http {
  include /etc/nginx/mime.types;
  access_log off;
  keepalive_requests 1000000;
  server {
    listen 127.0.0.1:${port};
    root ${site};
    index index.php;
    location / { try_files $uri $uri/ /index.php?$args; }
    location ~ \\.php$ { include /etc/nginx/fastcgi_params; fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name; fastcgi_pass unix:${php}; fastcgi_read_timeout 60s; }
  }
}
`;
}
