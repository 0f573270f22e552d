import type { Value } from '../../../metrics/types.js';

/** A course key without its scheme: "course-v1:Org+CS101+2024" is Org+CS101+2024. */
export function courseName(key: Value): string {
  return String(key).replace(/^[\w-]+:/, '');
}

/**
 * What tells these courses apart, in little room: the name of each without the parts that all begin with, nor its organisation where the
 * rest tells as much.
 */
export function briefCourseNames(courses: readonly Value[]): ReadonlyMap<Value, string> {
  const keys = [...new Set(courses)];
  const parts = keys.map((key) => courseName(key).split('+'));
  const [first = []] = parts;
  const differs = first.findIndex((part, at) => parts.some((other) => other[at] !== part));
  const rest = new Set(parts.filter(({ length }) => length > 2).map(([, ...after]) => after.join('+')));
  const from = Math.max(differs, rest.size === keys.length ? 1 : 0);
  return new Map(keys.map((key, at) => [key, parts[at]?.slice(from).join('+') || courseName(key)]));
}
