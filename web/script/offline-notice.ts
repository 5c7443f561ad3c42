import { notice } from './notice.ts';

/** Says when the network is gone, and that what is on the page stays. */
export function offlineNotice(): void {
  const show = () =>
    notice(navigator.onLine ? null : 'You are offline. What is on this page can still be read.');
  show();
  addEventListener('online', show);
  addEventListener('offline', show);
}
