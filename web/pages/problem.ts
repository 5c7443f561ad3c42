import { html } from 'htm/preact';
import { InvalidRequest, NotFound, ProblemError } from '../../clients/typescript/src/client.ts';
import type { Page } from '../page.ts';

/** The page for what went wrong: what, why, and where to go on. `address` is what was asked for. */
export function problemPage(error: unknown, address: string): Page {
  const status = error instanceof ProblemError ? error.status : 500;
  const [title, text] =
    error instanceof NotFound
      ? [
          'There is nothing here',
          'The address may be mistyped, or the article may have been taken out of the archive.',
        ]
      : error instanceof InvalidRequest
        ? ['This can not be read', error.message]
        : ['The archive does not answer', 'This is no fault of yours. It may pass: try again in a moment.'];
  const faults = error instanceof InvalidRequest ? error.faults : [];
  return {
    status,
    title,
    view: html`<div class="empty">
      <p class="dateline">${status}</p>
      <h1>${title}</h1>
      <p>${text}</p>
      ${
        faults.length > 0 &&
        html`<ul>${faults.map(({ param, reason, suggestion }) => html`<li><code>${param}</code> ${reason}${suggestion && html`; did you mean <code>${suggestion}</code>?`}</li>`)}</ul>`
      }
      <p>
        ${status >= 500 && html`<a href=${address}>Try again</a>${' · '}`}
        <a href="/">The newest articles</a> · <a href="/search">Search</a>
      </p>
    </div>`,
  };
}
