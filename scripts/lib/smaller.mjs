import { minify } from 'vite';

/**
 * Code that is minified already, made 1 to 2 % smaller by a second minifier that finds other shortenings. `target` is the syntax that it
 * may use; comments of licences stay.
 */
export async function smaller(code, { target, module = false }) {
  const { code: short, errors } = await minify('script.js', code, {
    module,
    compress: { target },
    mangle: { toplevel: module },
    codegen: { removeWhitespace: true, legalComments: 'inline' },
  });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return short;
}

/** That as a plugin of an output of rollup. */
export function smallerChunks(options) {
  return {
    name: 'smaller-chunks',
    renderChunk: async (code) => ({ code: await smaller(code, options), map: null }),
  };
}
