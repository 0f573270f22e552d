/** `docs/tags.md`: every tag, when to take it and when not, its keys and what of it can be styled, from the manifest of elements. */
export function tagPages(elements) {
  return `# Tags

What each tag is for, how it is used by keyboard, and what of it can be styled. Made from the docblocks of the components by
\`npm run docs\`; attributes and events with their types stand in \`custom-elements.json\` and, to try out, in Storybook.

${elements.map(({ tagName }) => `- [\`<${tagName}>\`](#${tagName})`).join('\n')}

${elements.map(pageOf).join('\n\n')}
`;
}

function pageOf({ tagName, summary, useFor, notFor, keyboard = [], cssParts = [], cssProperties = [], slots = [] }) {
  return [
    `## ${tagName}`,
    summary,
    `**Take it** ${lowered(useFor)}\n**Not** ${lowered(notFor)}`,
    table(
      ['key', 'what it does'],
      keyboard.map(({ keys, description }) => [keysText(keys), description]),
    ),
    list('Slots', slots, (name) => (name === '' ? 'the one without a name' : `\`${name}\``)),
    list('Parts for `::part()`', cssParts, (name) => `\`${name}\``),
    list('Custom properties beside the [tokens](tokens.md)', cssProperties, (name) => `\`${name}\``),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
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
