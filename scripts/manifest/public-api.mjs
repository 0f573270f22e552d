/** What a host may rely on, tag by tag, from the manifest of elements: names only, sorted. */
export function publicApi(elements) {
  return Object.fromEntries(elements.map((element) => [element.tagName, namesOf(element)]).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is in one and no longer in the other, as `tag: kind name`. A host that uses it breaks. */
export function removedFrom(before, after) {
  return Object.entries(before).flatMap(([tag, kinds]) =>
    after[tag] === undefined
      ? [`${tag}: the tag`]
      : Object.entries(kinds).flatMap(([kind, names]) =>
          names.filter((name) => !after[tag][kind].includes(name)).map((name) => `${tag}: ${kind} ${name}`),
        ),
  );
}

function namesOf({ attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [] }) {
  return {
    attributes: names(attributes),
    members: names(members),
    events: names(events),
    slots: names(slots),
    parts: names(cssParts),
    properties: names(cssProperties),
  };
}

function names(list) {
  return [...new Set(list.map(({ name }) => name))].sort();
}
