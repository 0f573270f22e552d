import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../lib/files.mjs';

const README = join(ROOT, 'README.md');

const PLACE = /(?<=<!-- sizes -->\n)[^]*(?=<!-- \/sizes -->)/;

/** The table of sizes in Markdown, in whole kB. */
export function sizesTable(found) {
  const rows = found.map(({ name, min, gzip, budget }) => `| ${name} | ${Math.round(min)} | ${Math.round(gzip)} | ${budget} |`);
  return `| file | minified, kB | gzip, kB | at most |\n| --- | ---: | ---: | ---: |\n${rows.join('\n')}\n`;
}

/** The README with that table where its comments say. */
export async function withSizes(readme, found) {
  const config = await resolveConfig(README);
  return format(readme.replace(PLACE, `\n${sizesTable(found)}\n`), { ...config, filepath: README });
}

/** The whole kB of gzip that the README says, in the order of its table. */
export function saidSizes(readme) {
  const rows = PLACE.exec(readme)?.[0].match(/^\| [`].*$/gm) ?? [];
  return rows.map((row) => Number(row.split('|').at(-3)));
}
