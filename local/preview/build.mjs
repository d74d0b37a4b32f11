import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const project = resolve(here, '../..')

/** The compile code is TypeScript: bundle it on the fly, once per version of it. */
async function loadCompiler() {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'compile/build-site.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  const [{ contents }] = outputFiles
  const folder = join(project, 'node_modules/.cache/preview')
  const name = createHash('sha1').update(contents).digest('hex').slice(0, 12)
  const file = join(folder, `compile-${name}.mjs`)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    for (const old of readdirSync(folder)) if (/^compile-/.test(old)) rmSync(join(folder, old))
    writeFileSync(`${file}.${process.pid}`, contents)
    renameSync(`${file}.${process.pid}`, file)
  }
  return import(pathToFileURL(file).href)
}

/**
 * Builds the browser preview of a mini-program.
 * @param {{source?: string, out?: string, again?: boolean}} options folders; defaults:
 *   `miniprogram`, `dist/preview`. `again`: more builds follow, so esbuild's helper process stays.
 * @returns {Promise<{warnings: string[], components: number, modules: number, bytes: number}>}
 */
export async function buildPreview({ source, out, again = false } = {}) {
  const { buildSite } = await loadCompiler()
  try {
    return await buildSite({
      source: resolve(source ?? join(project, 'miniprogram')),
      out: resolve(out ?? join(project, 'dist/preview')),
      shell: join(here, 'shell'),
    })
  } finally {
    if (!again) await stop()
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const start = performance.now()
  const result = await buildPreview({ source: process.argv[2], out: process.argv[3] })
  for (const warning of result.warnings) console.error(warning)
  const { components, modules, bytes } = result
  console.log(
    `preview: ${components} components, ${modules} modules, ${Math.round(bytes / 1024)} KB, ` +
      `${result.warnings.length} warnings, ${Math.round(performance.now() - start)} ms`,
  )
}
