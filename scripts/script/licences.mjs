import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The licences of the packages that those files belong to, as their terms ask. */
export function licencesOf(files) {
  const folders = new Set(files.filter((file) => file.includes('node_modules')).map(packageFolder));
  return `${[...folders].map(licenceText).sort().join('\n\n')}\n`;
}

function packageFolder(file) {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json')) || readPackage(folder).name === undefined) folder = dirname(folder);
  return folder;
}

function licenceText(folder) {
  const { name, version, license } = readPackage(folder);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version}\n${'-'.repeat(name.length + version.length + 1)}\n${text}`;
}

function readPackage(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
