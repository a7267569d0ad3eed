/** Reloads the page when the server has built the app again, and shows a failed build instead of the app. */
export function reloadOnChange(): void {
  if (document.documentElement.dataset['watch'] !== 'true') return;
  const events = new EventSource('/events');
  events.addEventListener('built', () => {
    window.location.reload();
  });
  events.addEventListener('failed', (event) => {
    showFailure(String(event.data));
  });
}

export function showFailure(text: string): void {
  const page = document.querySelector('.build-failure') ?? document.createElement('pre');
  page.className = 'build-failure';
  page.setAttribute('role', 'alert');
  page.textContent = text;
  document.body.append(page);
}
