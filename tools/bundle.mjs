/** Bundles a tool that is written in TypeScript, so that plain Node can run it. */
import { join } from 'node:path'
import { build } from 'esbuild'
import { ROOT } from './run.mjs'

/** @returns {Promise<string>} the file to run */
export async function bundleTool(entry, name) {
  const outfile = join(ROOT, `dist/tools/${name}.cjs`)
  await build({
    entryPoints: [join(ROOT, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'utf8',
    packages: 'external',
    logLevel: 'warning',
  })
  return outfile
}
