import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workerBundle } from './worker-text.mjs';

/** Emits the licences of the packages inside the bundle and inside its worker, as their terms ask. */
export function licences(fileName) {
  return {
    name: 'licences',
    async generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const files = [...chunks.flatMap((chunk) => Object.keys(chunk.modules)), ...(await workerBundle()).inputs];
      const folders = new Set(files.filter((file) => file.includes('node_modules')).map(packageFolder));
      const texts = [...folders].map(licenceText).sort();
      this.emitFile({ type: 'asset', fileName, source: `${texts.join('\n\n')}\n` });
    },
  };
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
