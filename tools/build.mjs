/**
 * Builds what runs: each cloud function as one bundle (the very files that are deployed), the local
 * cloud and its worker, and the browser preview when its build is there. What has not changed since
 * the last build is left alone.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const DIST = join(ROOT, 'dist')
const STAMPS = join(DIST, '.build')

/** Written into each stamp: another way of building makes every output stale. */
const RECIPE = hash(readFileSync(fileURLToPath(import.meta.url)))

const COMMON = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'utf8',
  metafile: true,
  write: false,
  logLevel: 'warning',
  absWorkingDir: ROOT,
  // Names stay readable in stack traces; only the syntax is made shorter.
  minifySyntax: true,
  keepNames: true,
}

/**
 * Functions are made as small as they get, because the cloud loads them at every cold start; names
 * stay, and lines stay short enough to be shown with an error.
 */
const SMALL = { minify: true, lineLimit: 200 }

/** KB of 1024 bytes that a function may have; three carry a library for Word or for spreadsheets. */
const LIMIT_KB = { default: 1400, case: 1650, office: 1650, supervision: 1600 }

/**
 * @param {{ preview?: boolean }} options `preview: false` leaves the pages alone
 * @returns {Promise<{built: string[], unchanged: string[], ms: number, previewError: Error | null}>}
 *   The back end must build; when only the preview does not, the error is told and no more.
 */
export async function build({ preview = true } = {}) {
  const started = performance.now()
  const targets = [...functionTargets(), ...localTargets()]
  const stale = targets.filter((target) => !isFresh(target))
  removeOrphans(targets)
  const results = await Promise.allSettled(stale.map(bundle))
  // Its helper process would outlive the build when the cloud runs in this one.
  if (stale.length > 0) await (await import('esbuild')).stop()
  const failed = results.find(({ status }) => status === 'rejected')
  if (failed) throw failed.reason
  const previewError = preview ? await buildPreviewIfThere() : null
  const names = (list) => list.map(({ name }) => name)
  return {
    built: names(stale),
    unchanged: names(targets.filter((target) => !stale.includes(target))),
    ms: Math.round(performance.now() - started),
    previewError,
  }
}

function functionTargets() {
  const folder = join(ROOT, 'cloudfunctions')
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return readdirSync(folder)
    .filter((name) => name !== 'core' && existsSync(join(folder, name, 'index.ts')))
    .map((name) => ({
      name: `cloudfunctions/${name}`,
      entry: `cloudfunctions/${name}/index.ts`,
      output: `dist/cloudfunctions/${name}/index.js`,
      copies: [[`cloudfunctions/${name}/config.json`, `dist/cloudfunctions/${name}/config.json`]],
      texts: [
        [
          `dist/cloudfunctions/${name}/package.json`,
          JSON.stringify({ name, version, main: 'index.js' }, null, 2) + '\n',
        ],
      ],
      esbuild: SMALL,
      limit: 1024 * (LIMIT_KB[name] ?? LIMIT_KB.default),
    }))
}

function localTargets() {
  // libsql loads a binary of this platform, which cannot be bundled.
  const esbuild = { external: ['libsql'] }
  const plain = { copies: [], texts: [], esbuild }
  return [
    { name: 'local cloud', entry: 'local/cloud/main.ts', output: 'dist/local/cloud.cjs', ...plain },
    {
      name: 'local worker',
      entry: 'local/cloud/functions/worker.ts',
      output: 'dist/local/worker.cjs',
      ...plain,
    },
  ]
}

async function bundle(target) {
  const { build: esbuild } = await import('esbuild')
  const { metafile, outputFiles } = await esbuild({
    ...COMMON,
    ...target.esbuild,
    entryPoints: [target.entry],
    outfile: target.output,
  })
  const size = outputFiles[0].contents.length
  if (size > (target.limit ?? Infinity)) {
    throw new Error(`${target.output}：${size} 字节，超过了上限 ${target.limit} 字节`)
  }
  for (const [from, to] of target.copies) {
    if (existsSync(join(ROOT, from))) replace(to, readFileSync(join(ROOT, from)))
    else rmSync(join(ROOT, to), { force: true })
  }
  for (const [to, text] of target.texts) replace(to, text)
  replace(target.output, outputFiles[0].contents)
  const inputs = [...Object.keys(metafile.inputs), ...target.copies.map(([from]) => from)]
  mkdirSync(STAMPS, { recursive: true })
  writeFileSync(
    stampFile(target),
    JSON.stringify({
      recipe: RECIPE,
      inputs: Object.fromEntries(inputs.map((f) => [f, stampOf(f)])),
    }),
  )
}

/** All at once: a running local cloud may be loading the old file at this moment. */
function replace(file, content) {
  const path = join(ROOT, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}.new`, content)
  renameSync(`${path}.${process.pid}.new`, path)
}

/** Bundles of functions that are no more would still be served and deployed. */
function removeOrphans(targets) {
  const folder = join(DIST, 'cloudfunctions')
  if (!existsSync(folder)) return
  const kept = new Set(targets.map(({ name }) => name))
  for (const name of readdirSync(folder)) {
    if (!kept.has(`cloudfunctions/${name}`)) rmSync(join(folder, name), { recursive: true })
  }
}

/** Fresh: every file that went in is as it was, and what came out is there. */
function isFresh(target) {
  const outputs = [target.output, ...target.texts.map(([to]) => to)]
  if (!outputs.every((file) => existsSync(join(ROOT, file)))) return false
  let stamp
  try {
    stamp = JSON.parse(readFileSync(stampFile(target), 'utf8'))
  } catch {
    return false
  }
  return (
    stamp.recipe === RECIPE &&
    target.texts.every(([to, text]) => readFileSync(join(ROOT, to), 'utf8') === text) &&
    Object.entries(stamp.inputs).every(([file, mark]) => stampOf(file) === mark)
  )
}

/** Size and time of change; a file that is not there has its own mark. */
function stampOf(file) {
  const stats = statSync(join(ROOT, file), { throwIfNoEntry: false })
  return stats ? `${stats.size} ${Math.round(stats.mtimeMs)}` : 'missing'
}

function stampFile(target) {
  return join(STAMPS, `${target.name.replaceAll(/\W+/g, '-')}.json`)
}

function hash(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}

/** The preview needs the mini-program; without either there is nothing to build. */
async function buildPreviewIfThere() {
  const file = join(ROOT, 'local/preview/build.mjs')
  if (!existsSync(file) || !existsSync(join(ROOT, 'miniprogram/app.json'))) return null
  try {
    const { buildPreview } = await import(pathToFileURL(file).href)
    await buildPreview()
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

if (process.argv[1] && relative(process.argv[1], fileURLToPath(import.meta.url)) === '') {
  try {
    const preview = !process.argv.includes('--no-preview')
    const { built, unchanged, ms, previewError } = await build({ preview })
    const what = built.length > 0 ? `构建了 ${built.join('、')}` : '没有需要重新构建的'
    console.log(`${what}（${unchanged.length} 项未变，${ms} 毫秒）`)
    if (previewError) throw previewError
  } catch (error) {
    // esbuild has already shown where its errors are.
    if (!Array.isArray(error?.errors)) console.error(error)
    console.error('构建失败，请看上面的错误。')
    process.exit(1)
  }
}
