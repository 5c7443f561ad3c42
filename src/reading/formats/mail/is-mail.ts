/** Headers that only mails have. */
const technical =
  /^(?:received|delivered-to|return-path|message-id|mime-version|content-transfer-encoding|dkim-signature|arc-seal|authentication-results|x-mailer|x-original-to|x-gm-[\w-]+|x-mozilla-[\w-]+|user-agent|list-id|list-unsubscribe):/im;

/**
 * True if a file that begins so is a mail (RFC 5322): nothing but headers up to the first empty line, with a sender and one
 * that only mails have.
 */
// "Delivered-To: …\nReceived: …\nFrom: …\n…" → true; "From: Ann Lee\nDate: Tuesday\n\nThe bridge …" → false
export function isMail(head: string): boolean {
  const start = head
    .replace(/^\ufeff/, '')
    .trimStart()
    .replace(/^From [^\n]*\n/, '');
  if (!/^[!-9;-~]{1,80}:/.test(start)) return false;
  const end = /\r?\n\r?\n/.exec(start)?.index;
  const lines = start.slice(0, end).split(/\r?\n/);
  // The last line may be cut off.
  if (end === undefined) lines.pop();
  // robots.txt has lines like headers, too.
  if (/^user-agent:[^\n]*\n(?:allow|disallow|sitemap|crawl-delay):/i.test(lines.join('\n'))) return false;
  if (lines.length < 2 || !lines.every((line) => /^(?:[!-9;-~]{1,80}:|[ \t]|>From )/.test(line)))
    return false;
  const headers = lines.join('\n');
  const hasSender = /^(?:from|sender|return-path):/im.test(headers) || end === undefined;
  const isAddressed = /^from:.*@/im.test(headers) && /^(?:to|subject|newsgroups):/im.test(headers);
  return hasSender && (technical.test(headers) || isAddressed);
}
