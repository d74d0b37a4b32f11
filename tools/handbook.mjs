/**
 * `npm run handbook`: 《百事通》 as a print-ready A5 PDF, and a poster of two pages for every village
 * room. `--seed DIR` takes the township's files, `--url http://…` what a running cloud says now.
 */
import { BootstrapError, ensureChromium, ensureDependencies } from './bootstrap.mjs'
import { run } from './run.mjs'

try {
  await ensureDependencies()
} catch (error) {
  console.error(error instanceof BootstrapError ? error.message : error)
  process.exit(1)
}
const chromium = await ensureChromium()
if (!chromium) process.exit(1)
const { bundleTool } = await import('./bundle.mjs')
const file = await bundleTool('tools/handbook/main.ts', 'handbook')
process.exit(await run(process.execPath, [file, ...process.argv.slice(2)], { CHROMIUM: chromium }))
