/**
 * @typedef {{page: 'home' | 'lobby' | 'room' | 'game' | 'dashboard' | 'unknown', room: string | null}} Route
 */

/**
 * @param {string} path
 * @param {string} query with its question mark, or empty
 * @returns {Route}
 */
export function parseRoute(path, query = '') {
  const [first = '', second = '', ...more] = path.split('/').filter(Boolean);
  if (more.length > 0) return { page: 'unknown', room: null };
  if (!first) return { page: 'home', room: null };
  if (first === 'lobby' && !second) return { page: 'lobby', room: null };
  if ((first === 'room' || first === 'game') && second) return { page: first, room: decodeURIComponent(second) };
  if (first === 'metrics' && second === 'dashboard') {
    return { page: 'dashboard', room: new URLSearchParams(query).get('room') };
  }
  return { page: 'unknown', room: null };
}

/** The address bar: tells the page where it is, and moves it without loading. */
export class Router {
  /** @param {(route: Route) => void} onRoute */
  constructor(onRoute) {
    this.onRoute = onRoute;
    addEventListener('popstate', () => this.announce());
    document.addEventListener('click', (click) => this.#follow(click));
  }

  announce() {
    this.onRoute(parseRoute(location.pathname, location.search));
  }

  /** @param {string} path @param {{replace?: boolean}} how `replace` leaves no way back to where we were */
  go(path, { replace = false } = {}) {
    if (path === location.pathname + location.search) return;
    history[replace ? 'replaceState' : 'pushState'](null, '', path);
    this.announce();
  }

  #follow(click) {
    const link = click.target.closest?.('a[data-inside]');
    if (!link || click.button !== 0 || click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    this.go(link.getAttribute('href'));
  }
}
