/**
 * `npm start`: installs what is missing, builds what has changed, runs the local cloud with the
 * given options.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BootstrapError, ensureDependencies } from './bootstrap.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

try {
  await ensureDependencies()
  const { build } = await import('./build.mjs')
  const { built, ms, previewError } = await build({
    preview: !process.argv.includes('--no-preview'),
  })
  if (built.length > 0) process.stderr.write(`构建了 ${built.length} 项（${ms} 毫秒）。\n`)
  if (previewError) {
    process.stderr.write(`页面预览没有构建成功，后端照常运行：${previewError.message}\n`)
  }
} catch (error) {
  if (error instanceof BootstrapError) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`构建失败：${error?.message ?? error}\n`)
  process.exit(1)
}

// In this process: whoever ends it ends the cloud, and its exit code is ours.
createRequire(import.meta.url)(join(ROOT, 'dist/local/cloud.cjs'))
