/** `npm run township`: the township's tables as spreadsheets, out and in again. */
import { BootstrapError, ensureDependencies } from './bootstrap.mjs'
import { run } from './run.mjs'

try {
  await ensureDependencies()
} catch (error) {
  console.error(error instanceof BootstrapError ? error.message : error)
  process.exit(1)
}
const { bundleTool } = await import('./bundle.mjs')
const file = await bundleTool('tools/township/main.ts', 'township')
process.exit(await run(process.execPath, [file, ...process.argv.slice(2)]))
