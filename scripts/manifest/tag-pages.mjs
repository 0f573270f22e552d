import { ownAttributes, sharedAttributes } from './attributes.mjs';

/** `docs/tags.md`: every tag, when to take it and when not, its keys and what of it can be styled, from the manifest of elements. */
export function tagPages(elements) {
  return `# Tags

What each tag is for, its attributes, its keys, and which of its parts can be styled. Made from the docblocks of the components by
\`npm run docs\`. Types, properties and events are in \`custom-elements.json\`; Storybook shows them all, to try out.

## Attributes of every tag

A value that cannot be read is an error that names the attribute: in the widget, as \`stats-error\` and in the console. As properties,
\`user-key\` is \`userKey\` and \`dataset\` is \`datasetId\`; null and undefined mean left out.

${attributeTable(sharedAttributes(elements))}

Two properties have no attribute: \`data\`, the data themselves (null while they are still to come), and \`request\`, a function that returns
the headers of a request ([behind-a-login.md](behind-a-login.md)).

## All tags

${elements.map(({ tagName }) => `- [\`<${tagName}>\`](#${tagName})`).join('\n')}

${elements.map((element) => pageOf(element, elements)).join('\n\n')}
`;
}

function pageOf(element, elements) {
  const { tagName, summary, useFor, notFor, keyboard = [], cssParts = [], cssProperties = [], slots = [] } = element;
  return [
    `## ${tagName}`,
    summary,
    `**Use it** ${lowered(useFor)}\n**Not** ${lowered(notFor)}`,
    attributeTable(ownAttributes(element, elements)),
    table(
      ['key', 'what it does'],
      keyboard.map(({ keys, description }) => [keysText(keys), description]),
    ),
    list('Slots', slots, (name) => (name === '' ? 'the default slot' : `\`${name}\``)),
    list('Parts for `::part()`', cssParts, (name) => `\`${name}\``),
    list('Custom properties beside the [tokens](tokens.md)', cssProperties, (name) => `\`${name}\``),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function attributeTable(attributes) {
  const valueOf = (text = '') => (/^(undefined|[A-Z_]+|)$/.test(text) ? '' : `\`${text.replace(/'/g, '')}\``);
  return table(
    ['attribute', 'if left out', 'meaning'],
    attributes.map((attribute) => [`\`${attribute.name}\``, valueOf(attribute.default), attribute.description.replace(/\s+/g, ' ')]),
  );
}

/** "Shift + ← →" as keys. */
function keysText(keys) {
  return keys.replace(/[^\s,+]+( (Up|Down))?/g, (key) => `<kbd>${key}</kbd>`);
}

function list(title, items, named) {
  return items.length === 0
    ? ''
    : `${title}: ${items.map(({ name, description }) => `${named(name)} (${description.replace(/\.$/, '')})`).join(', ')}.`;
}

/** A table of Markdown; empty for no rows. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.map((text) => String(text).replaceAll('|', '\\|')).join(' | ')} |`;
  return rows.length === 0 ? '' : [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function lowered(text) {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
