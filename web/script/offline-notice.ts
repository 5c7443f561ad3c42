import { notice } from './notice.ts';

/** Shows a notice while the browser is offline. */
export function offlineNotice(): void {
  const show = () => notice(navigator.onLine ? null : 'You are offline. You can still read this page.');
  show();
  addEventListener('online', show);
  addEventListener('offline', show);
}
