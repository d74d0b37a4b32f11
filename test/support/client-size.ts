/** How large the mini-program is as WeChat packs it: per package, after minifying scripts. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { compileApp } from '../../local/preview/compile/compile-app'

const ROOT = join(__dirname, '../..')
const SOURCE = join(ROOT, 'miniprogram')

/** KB of 1024 bytes, as WeChat counts its limits. */
export const LIMITS = { main: 500, all: 1200 }

export interface PackageSize {
  readonly name: string
  readonly bytes: number
  readonly files: number
}

/**
 * Sizes of the main package (`main`, with everything from npm in it) and of each subpackage.
 * Scripts are minified as DevTools does on upload; WXML and WXSS are counted as they are written.
 */
export async function packageSizes(): Promise<PackageSize[]> {
  const { files } = await compileApp(SOURCE)
  const all = new Map(files)
  for (const picture of readdirSync(join(SOURCE, 'assets'), { recursive: true }).map(String)) {
    const path = join(SOURCE, 'assets', picture)
    if (statSync(path).isFile()) all.set(`assets/${picture}`, path)
  }
  const sizes = new Map<string, { bytes: number; files: number }>()
  for (const [file, path] of all) {
    const name = /^(packages\/[^/]+)\//.exec(file)?.[1] ?? 'main'
    const before = sizes.get(name) ?? { bytes: 0, files: 0 }
    sizes.set(name, { bytes: before.bytes + (await sizeOf(path)), files: before.files + 1 })
  }
  return [...sizes].map(([name, size]) => ({ name, ...size }))
}

async function sizeOf(path: string): Promise<number> {
  if (!/\.[jt]s$/.test(path)) return statSync(path).size
  const { code } = await transform(readFileSync(path, 'utf8'), {
    loader: path.endsWith('.ts') ? 'ts' : 'js',
    format: 'cjs',
    target: 'es2018',
    minify: true,
  })
  return Buffer.byteLength(code)
}

export const sumOf = (sizes: readonly PackageSize[]): number =>
  sizes.reduce((sum, { bytes }) => sum + bytes, 0)
