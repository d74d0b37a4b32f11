import { existsSync, readFileSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

interface PackageJson {
  version?: string
  main?: string
  miniprogram?: string
  dependencies?: Record<string, string>
}

const readPackage = (folder: string): PackageJson =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson

/**
 * Where each root dependency lives as a mini-program package, like DevTools' npm build: a package
 * that names a `miniprogram` folder is taken from there, any other is bundled into one `index.js`.
 */
export function findNpmPackages(projectFolder: string): Map<string, string> {
  const packages = new Map<string, string>()
  if (!existsSync(join(projectFolder, 'package.json'))) return packages
  for (const name of Object.keys(readPackage(projectFolder).dependencies ?? {})) {
    const folder = join(projectFolder, 'node_modules', name)
    if (!existsSync(folder)) continue
    const { miniprogram } = readPackage(folder)
    packages.set(name, miniprogram ? join(folder, miniprogram) : bundled(projectFolder, name))
  }
  return packages
}

function bundled(projectFolder: string, name: string): string {
  const folder = join(projectFolder, 'node_modules', name)
  const { version = '0' } = readPackage(folder)
  const target = join(projectFolder, 'node_modules/.cache/preview/npm', `${name}@${version}`)
  const file = join(target, 'index.js')
  if (existsSync(file) && statSync(file).size > 0) return target
  mkdirSync(target, { recursive: true })
  buildSync({
    entryPoints: [folder],
    bundle: true,
    format: 'cjs',
    target: 'es2018',
    outfile: file,
    logLevel: 'silent',
  })
  return target
}
