/** `npm run reference`: writes docs/reference.md; `--check` only says whether it is up to date. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { format, resolveConfig } from 'prettier'
import { build as buildProduct } from './build.mjs'
import { ROOT } from './run.mjs'

const FILE = join(ROOT, 'docs/reference.md')
const outfile = join(ROOT, 'dist/reference.cjs')

await buildProduct({ preview: false })
await build({
  entryPoints: [join(ROOT, 'tools/reference.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
  logLevel: 'warning',
})
const { stdout, stderr, status } = spawnSync(process.execPath, [outfile], {
  cwd: ROOT,
  encoding: 'utf8',
})
if (status !== 0) {
  console.error(stderr)
  process.exit(1)
}
const text = await format(stdout, { ...(await resolveConfig(FILE)), parser: 'markdown' })
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text)
} else if (readFileSync(FILE, 'utf8') !== text) {
  console.error('docs/reference.md 过时了，请运行 npm run reference。')
  process.exit(1)
}
process.exit(0)
