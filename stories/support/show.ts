/** An element with attributes and properties: attributes for texts, properties for the rest. */
export function show(tag: string, settings: Readonly<Record<string, unknown>>): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (typeof value === 'string') element.setAttribute(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) Object.assign(element, { [name]: value });
  }
  return element;
}
