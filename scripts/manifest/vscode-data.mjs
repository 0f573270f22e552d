/** HTML data for editors (the custom-data format of VS Code, also read by others), from the manifest of elements. */
export function vscodeData(elements) {
  return {
    version: 1.1,
    tags: elements.map(({ tagName, summary, description, attributes = [] }) => ({
      name: tagName,
      description: described([summary, description]),
      attributes: attributes.map(({ name, description: text = '', type }) => ({
        name,
        description: text,
        ...(/^boolean/.test(type?.text ?? '') ? { valueSet: 'v' } : {}),
      })),
    })),
  };
}

function described(texts) {
  return [...new Set(texts.filter((text) => text !== undefined))].join('\n\n');
}
