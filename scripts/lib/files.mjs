import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Absolute path of the project. */
export const ROOT = resolve(import.meta.dirname, '..', '..');

/** Files below a folder of the project that end in `ending`, as sorted paths relative to the project; none where the folder is missing. */
export function filesUnder(folder, ending) {
  const absolute = join(ROOT, folder);
  if (statSync(absolute, { throwIfNoEntry: false }) === undefined) return [];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Epoch ms of the newest change among files and, with all below them, folders of the project. */
export function newestChange(paths) {
  const files = paths.flatMap((path) =>
    statSync(join(ROOT, path), { throwIfNoEntry: false })?.isDirectory() ? filesUnder(path, '') : [path],
  );
  return Math.max(0, ...files.map((file) => statSync(join(ROOT, file), { throwIfNoEntry: false })?.mtimeMs ?? 0));
}
