/**
 * `npm run bench -- <name>`: measures, prints a table, compares within one run. Without a name it
 * lists what there is. Numbers of different runs or machines are never compared.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies } from './bootstrap.mjs'
import { ROOT, run } from './run.mjs'

const FOLDER = join(ROOT, 'test/bench')
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''))

const [name, ...args] = process.argv.slice(2)
if (!name || !names.includes(name)) {
  console.log(`用法：npm run bench -- 名称\n名称：${names.join('、')}`)
  process.exit(name ? 2 : 0)
}

await ensureDependencies()
const { build: buildProduct } = await import('./build.mjs')
await buildProduct({ preview: false })
const { build } = await import('esbuild')
const outfile = join(ROOT, `dist/bench/${name}.cjs`)
await build({
  entryPoints: [join(FOLDER, `${name}.ts`)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
  logLevel: 'warning',
  define: { __dirname: JSON.stringify(join(ROOT, 'test/support')) },
})
process.exit(await run(process.execPath, [outfile, ...args]))
