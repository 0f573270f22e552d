/**
 * `node scripts/build-kernels.mjs`: compiles the kernels in AssemblyScript and writes them into the module that the engine imports, so
 * that no second request is made for them; in hexadecimal digits, which compress better than base64. `--check` writes nothing and fails
 * where that module is older.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import asc from 'assemblyscript/asc';
import { ROOT } from './lib/files.mjs';

const SOURCE = 'src/data/engine/kernels/json-columns.as';
const TARGET = 'src/data/engine/kernels/json-columns-wasm.ts';

const wasm = await compiled(readFileSync(join(ROOT, SOURCE), 'utf8'));
const module = moduleOf(Buffer.from(wasm).toString('hex'));
if (!process.argv.includes('--check')) {
  writeFileSync(join(ROOT, TARGET), module);
  console.log(`Kernels: ${wasm.length} bytes`);
} else if (readFileSync(join(ROOT, TARGET), 'utf8') !== module) {
  console.error(`Kernels: ${TARGET} is not what ${SOURCE} comes to; run node scripts/build-kernels.mjs.`);
  process.exitCode = 1;
}

async function compiled(source) {
  let binary;
  const files = new Map([['kernel.ts', source]]);
  const { error, stderr } = await asc.main(
    [
      'kernel.ts',
      '-o',
      'kernel.wasm',
      '-O3',
      '--shrinkLevel',
      '2',
      '--noAssert',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--enable',
      'bulk-memory',
      '--use',
      'abort=',
    ],
    {
      readFile: (name) => files.get(name) ?? null,
      writeFile: (name, contents) => {
        if (name === 'kernel.wasm') binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || binary === undefined) throw new Error(`${SOURCE}: ${stderr.toString()}`, { cause: error });
  return binary;
}

function moduleOf(digits) {
  return `/** Made by scripts/build-kernels.mjs from json-columns.as: the compiled kernel in hexadecimal digits. */
export const JSON_COLUMNS_WASM =
  '${digits}';
`;
}
