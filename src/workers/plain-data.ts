/**
 * Where `value` holds something that cannot cross to a worker (a function, an element, a proxy, a getter that throws), as a
 * path from `name`: `data.explorations[3].onClick`. Undefined where all of it can cross.
 */
export function uncloneablePath(value: unknown, name: string): string | undefined {
  return search(value, name, new Set());
}

function search(value: unknown, path: string, seen: Set<unknown>): string | undefined {
  if (canCross(value)) return undefined;
  if (typeof value === 'object' && value !== null && !seen.has(value)) {
    seen.add(value);
    for (const key of Object.keys(value)) {
      const inner = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
      const found = searchProperty(value, key, inner, seen);
      if (found !== undefined) return found;
    }
  }
  return path;
}

function searchProperty(holder: object, key: string, path: string, seen: Set<unknown>): string | undefined {
  let property: unknown;
  try {
    property = Reflect.get(holder, key);
  } catch {
    return path;
  }
  return seen.has(property) ? undefined : search(property, path, seen);
}

function canCross(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}
