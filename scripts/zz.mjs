import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import * as m from './lib/smaller.mjs';
for (const f of process.argv.slice(2)) { const {code}=await transform(readFileSync(f,'utf8'),{minify:true,target:'es2017'}); console.log(f, gzipSync(await m.smaller(code,{target:'es2017'}), {level:9}).length);}
