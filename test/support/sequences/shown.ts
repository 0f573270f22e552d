/** What says of an element more than its text does. */
const ATTRIBUTES = [
  'role',
  'lang',
  'dir',
  'title',
  'href',
  'placeholder',
  'aria-label',
  'aria-sort',
  'aria-selected',
  'aria-pressed',
  'aria-disabled',
  'aria-checked',
  'aria-busy',
  'aria-rowcount',
  'aria-colcount',
  'aria-rowindex',
  'aria-valuenow',
  'aria-valuemax',
  'aria-valuetext',
  'aria-level',
  'data-kind',
  'data-code',
  'hidden',
  'inert',
  'disabled',
] as const;

/** What is drawn of a shape. */
const GEOMETRY = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'width', 'height', 'd', 'points', 'transform'] as const;

/** Live regions tell of changes, cards of what is pointed at, open menus of the age of data: a fresh page has none of them. */
const PASSING = '[role="status"], [part~="tooltip"], [role="menu"], style, script';

/** What a reader sees of a page and of its elements' shadow trees, a line for each element that says anything. */
export function shownIn(root: Element): readonly string[] {
  return [...root.children].flatMap((element) => lines(element, ''));
}

function lines(element: Element, path: string): readonly string[] {
  if (element.matches(PASSING)) return [];
  const name = element.localName.includes('-') ? nameOf(element) : '';
  const here = name === '' ? path : `${path} ${name}`;
  const said = saidBy(element);
  const own = said === '' ? [] : [`${here} <${element.localName}> ${said}`];
  const inside = element.shadowRoot === null ? [] : [...element.shadowRoot.children];
  return [...own, ...[...inside, ...element.children].flatMap((child) => lines(child, here))];
}

function nameOf({ localName, id }: Element): string {
  return id === '' ? localName : `${localName}#${id}`;
}

function saidBy(element: Element): string {
  const attributes = ATTRIBUTES.flatMap((name) => (element.hasAttribute(name) ? `${name}=${element.getAttribute(name) ?? ''}` : []));
  const drawn = element instanceof SVGElement ? GEOMETRY.flatMap((name) => measured(name, element.getAttribute(name))) : [];
  return [...attributes, ...drawn, ...stateOf(element), textOf(element)].filter((part) => part !== '').join(' | ');
}

/** Text that stands in the element itself. */
function textOf(element: Element): string {
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? '');
  return texts.join('').replace(/\s+/g, ' ').trim();
}

function stateOf(element: Element): readonly string[] {
  if (element instanceof HTMLSelectElement) return [`value=${element.value}`];
  if (!(element instanceof HTMLInputElement)) return [];
  return element.type === 'checkbox' ? [`checked=${String(element.checked)}`] : [`value=${element.value}`];
}

/** To the pixel: numbers are laid out by their widths, which are no whole ones. */
function measured(name: string, value: string | null): readonly string[] {
  return value === null ? [] : [`${name}=${value.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number)) + 0))}`];
}
