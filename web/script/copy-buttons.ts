/** Shows and activates the buttons that copy an API call. */
export function copyButtons(): void {
  // Only secure contexts have the clipboard API. The text can be selected in others.
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('.copy')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const text = button.parentElement?.querySelector('code')?.textContent ?? '';
      const outcome = await navigator.clipboard.writeText(text).then(
        () => 'Copied',
        () => 'Not allowed',
      );
      button.textContent = outcome;
      setTimeout(() => {
        button.textContent = 'Copy';
      }, 1500);
    });
  }
}
