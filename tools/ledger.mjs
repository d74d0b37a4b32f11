/**
 * `npm run ledger -- verify [--data .data | --file FILE]`: checks every step of every matter and names
 * the first broken link. Exit code 1 when there is one.
 */
import { join } from 'node:path'
import { ensureDependencies } from './bootstrap.mjs'
import { ROOT, run } from './run.mjs'

await ensureDependencies()
const { build } = await import('esbuild')
const outfile = join(ROOT, 'dist/ledger.cjs')
await build({
  entryPoints: [join(ROOT, 'tools/ledger.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
  logLevel: 'warning',
})
process.exit(await run(process.execPath, [outfile, ...process.argv.slice(2)]))
