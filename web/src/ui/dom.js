/**
 * @typedef {{tag: string, props: Record<string, any>, children: (Node | string)[], key: any}} Node
 * A wanted element. `on…` props are handlers, `key` tells siblings apart, `autofocus` focuses once, at creation.
 */

const KEY = Symbol('key');
const PROPS = Symbol('props');
const LIVE = new Set(['value', 'checked', 'disabled', 'open']);

/**
 * @param {string} tag
 * @param {Record<string, any> | null} props
 * @param {...any} children nodes, text, lists of them; null and false are left out
 * @returns {Node}
 */
export function h(tag, props, ...children) {
  const { key: given = null, ...rest } = props ?? {};
  // A button must not turn into its neighbour under somebody's finger.
  const key = given ?? (tag === 'button' ? (rest['data-testid'] ?? null) : null);
  const flat = children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
  return { tag, props: rest, key, children: flat.map((child) => (child.tag ? child : String(child))) };
}

/**
 * Makes the children of an element look as wanted and touches nothing that already does, so that focus, typed text
 * and running animations stay.
 *
 * @param {Element} parent
 * @param {(Node | string)[]} wanted
 */
export function patch(parent, wanted) {
  const keys = new Set(wanted.map((node) => node.key).filter((key) => key !== null && key !== undefined));
  const keyed = new Map();
  for (const child of [...parent.childNodes]) {
    const key = child[KEY];
    if (key === null || key === undefined) continue;
    if (keys.has(key)) keyed.set(key, child);
    else child.remove();
  }
  let at = parent.firstChild;
  for (const node of wanted) {
    const found = keyed.get(node.key) ?? (at && fits(at, node) ? at : null);
    const dom = found && fits(found, node) ? found : create(node);
    if (dom === at) at = at.nextSibling;
    else parent.insertBefore(dom, at);
    update(dom, node);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function fits(dom, node) {
  if (typeof node === 'string') return dom.nodeType === 3;
  return dom.nodeType === 1 && dom.localName === node.tag && (dom[KEY] ?? null) === node.key;
}

function create(node) {
  if (typeof node === 'string') return document.createTextNode(node);
  const dom = document.createElement(node.tag);
  dom[KEY] = node.key;
  dom[PROPS] = {};
  // Only elements in the page can take the focus.
  if (node.props.autofocus) queueMicrotask(() => dom.focus({ preventScroll: true }));
  return dom;
}

function update(dom, node) {
  if (typeof node === 'string') {
    if (dom.data !== node) dom.data = node;
    return;
  }
  const before = dom[PROPS] ?? {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(node.props)])) {
    if (name !== 'autofocus' && before[name] !== node.props[name]) assign(dom, name, node.props[name]);
  }
  dom[PROPS] = node.props;
  patch(dom, node.children);
}

function assign(dom, name, value) {
  if (name.startsWith('on')) dom[name] = value ?? null;
  else if (LIVE.has(name)) dom[name] = value ?? false;
  else if (value === null || value === undefined || value === false) dom.removeAttribute(name);
  else dom.setAttribute(name, value === true ? '' : value);
}
