import type { PageDocument } from './open-page.ts';

/** Elements that archives of the web put around a captured page. */
const frames =
  '#wm-ipp-base, #wm-ipp, #wm-ipp-print, #donato, #wm-toolbar, #wm-disclaimer, #__wb_record_overlay_div';

/** Removes the toolbar of the Wayback Machine and the head of archive.today, which print dates of the capture. */
export function removeArchiveFrame(document: PageDocument): void {
  const header = document.querySelector('body > #HEADER');
  if (header && document.querySelector('#SOLID, #CONTENT')) header.remove();
  for (const element of document.querySelectorAll(frames)) element.remove();
}
