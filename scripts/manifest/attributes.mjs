/**
 * Attributes that nearly all of these elements have, as most of them describe them, in the order of the element that has most; with the
 * value of one that is left out where it is the same everywhere.
 */
export function sharedAttributes(elements) {
  const [most] = [...elements].sort((a, b) => attributesOf(b).length - attributesOf(a).length);
  return attributesOf(most)
    .filter(({ name }) => isShared(name, elements))
    .map(({ name }) => {
      const defaults = new Set(named(name, elements).map((attribute) => attribute.default));
      return { name, description: mostSaid(name, elements), default: defaults.size === 1 ? [...defaults][0] : undefined };
    });
}

/** Attributes of an element that the others do not share. */
export function ownAttributes(element, elements) {
  return attributesOf(element).filter(({ name }) => !isShared(name, elements));
}

function isShared(name, elements) {
  return named(name, elements).length > elements.length * 0.8;
}

function mostSaid(name, elements) {
  const all = named(name, elements);
  const count = ({ description }) => all.filter((other) => other.description === description).length;
  return all.reduce((best, next) => (count(next) > count(best) ? next : best)).description;
}

function named(name, elements) {
  return elements.flatMap((element) => attributesOf(element).filter((attribute) => attribute.name === name));
}

function attributesOf({ attributes = [] }) {
  return attributes;
}
