/** The built script with the files that it loads from beside itself, by the path of a page that has them at its root. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../cdn');
const NAME = /^(learner-elements(\.[a-z]+)?|definitions|export)\.js$/;

/** Paths with their files and types; none where the script is not built. */
export function scriptFiles() {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => NAME.test(name)) : [];
  return new Map(names.map((name) => [`/${name}`, [join(FOLDER, name), 'text/javascript']]));
}
