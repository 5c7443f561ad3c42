/** Says when the network is gone, and that what is on the page stays. */
export function offlineNotice(): void {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'status');
  const show = () => {
    notice.textContent = navigator.onLine ? '' : 'You are offline. What is on this page can still be read.';
    notice.hidden = navigator.onLine;
  };
  show();
  document.body.append(notice);
  addEventListener('online', show);
  addEventListener('offline', show);
}
