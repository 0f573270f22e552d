import { build } from 'esbuild';
import { ROOT } from './files.mjs';

/** A module of the source as Node imports it, bundled; `path` from the project's folder. */
export async function importSource(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
