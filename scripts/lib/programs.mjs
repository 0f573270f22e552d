import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** Whether a path names a program that this user may run. */
export function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first of some names that is a program on the PATH or in `more` folders, as a path. */
export function programOf(names, more = []) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''), ...more];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isRunnable);
}
