import { ownAttributes, sharedAttributes } from './attributes.mjs';

/** `llms.txt`: what the package is and every tag in a few lines, for programs that read a site's text, from the manifest of elements. */
export function llmsText({ name, description }, elements, documents) {
  const tags = elements.map(({ tagName, summary }) => `- \`<${tagName}>\`: ${summary}`);
  const attributes = sharedAttributes(elements).map(({ name: attribute, description: text }) => `- \`${attribute}\`: ${text}`);
  const own = elements.flatMap((element) => ownLines(element, elements));
  return `# ${name}

> ${description}

Load \`${name}/cdn/learner-elements.js\` by a script tag, or import \`${name}\`; then write the tags in any page. Data are fetched by
\`provider\` and \`src\`, aggregated in a worker, and filtered across the widgets of one \`<stats-dataset>\` by DOM events.

## Documents

${documents.map(({ title, path }) => `- [${title}](${path})`).join('\n')}

## Tags

${tags.join('\n')}

## Attributes that every widget takes

${attributes.join('\n')}

## Further attributes and events

${own.join('\n')}
`;
}

function ownLines(element, elements) {
  const attributes = ownAttributes(element, elements);
  const events = (element.events ?? []).map(({ name, description = '' }) => `  - event \`${name}\`: ${description}`);
  return [
    `- \`<${element.tagName}>\``,
    `  - take it: ${element.useFor}`,
    `  - not: ${element.notFor}`,
    ...attributes.map(({ name, description }) => `  - attribute \`${name}\`: ${description}`),
    ...new Set(events),
  ];
}
