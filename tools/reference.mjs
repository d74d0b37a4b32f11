/** `npm run reference`: writes the generated documents; `--check` only says whether they are up to date. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { format, resolveConfig } from 'prettier'
import { build as buildProduct } from './build.mjs'
import { ROOT } from './run.mjs'

/** Each is printed by the program beside this one with the same name. */
const DOCUMENTS = ['reference', 'flows']

await buildProduct({ preview: false })
let stale = false
for (const name of DOCUMENTS) {
  const file = join(ROOT, `docs/${name}.md`)
  const text = await printed(name, file)
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text)
  } else if (readFileSync(file, 'utf8') !== text) {
    console.error(`docs/${name}.md 过时了，请运行 npm run reference。`)
    stale = true
  }
}
process.exit(stale ? 1 : 0)

async function printed(name, file) {
  const outfile = join(ROOT, `dist/${name}.cjs`)
  await build({
    entryPoints: [join(ROOT, `tools/${name}.ts`)],
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
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) {
    console.error(stderr)
    process.exit(1)
  }
  return format(stdout, { ...(await resolveConfig(file)), parser: 'markdown' })
}
