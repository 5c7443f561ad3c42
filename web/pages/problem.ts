import { html } from 'htm/preact';
import { InvalidRequest, NotFound, ProblemError } from '../../clients/typescript/src/client.ts';
import type { Page } from '../page.ts';

/** Renders the page for an error: what happened, why, and where to go. `address` is the requested address. */
export function problemPage(error: unknown, address: string): Page {
  const status = error instanceof ProblemError ? error.status : 500;
  const [title, text] =
    error instanceof NotFound && status === 410
      ? ['Article withdrawn', error.problem.detail]
      : error instanceof NotFound
        ? ['Page not found', 'The address may be mistyped, or the article may have been removed.']
        : error instanceof InvalidRequest
          ? ['Invalid request', error.message]
          : ['The archive is not responding', 'Try again in a moment.'];
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
        <a href="/">Newest articles</a> · <a href="/search">Search</a>
      </p>
    </div>`,
  };
}
