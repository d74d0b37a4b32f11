/** `npm run screenshots`: walks the journeys once more and keeps a picture of each step. */
import { ensureChromium, ensureDependencies } from './bootstrap.mjs'
import { bin, run } from './run.mjs'

await ensureDependencies()
const chromium = await ensureChromium()
if (!chromium) process.exit(1)
process.exit(
  await run(bin('jest'), ['--selectProjects', 'journeys', '--runInBand'], {
    TZ: 'UTC',
    CHROMIUM: chromium,
    SCREENSHOTS: '1',
  }),
)
