import { existsSync, readFileSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
    const nodeModules = nodeModulesWith(name, projectFolder)
    if (nodeModules === undefined) continue
    const { miniprogram } = readPackage(join(nodeModules, name))
    const folder = miniprogram ? join(nodeModules, name, miniprogram) : bundled(nodeModules, name)
    packages.set(name, folder)
  }
  return packages
}

/** The nearest `node_modules` upwards that holds the package, as Node looks for it. */
function nodeModulesWith(name: string, folder: string): string | undefined {
  const nodeModules = join(folder, 'node_modules')
  if (existsSync(join(nodeModules, name, 'package.json'))) return nodeModules
  const parent = dirname(folder)
  return parent === folder ? undefined : nodeModulesWith(name, parent)
}

function bundled(nodeModules: string, name: string): string {
  const { version = '0' } = readPackage(join(nodeModules, name))
  const target = join(nodeModules, '.cache/preview/npm', `${name}@${version}`)
  const file = join(target, 'index.js')
  if (existsSync(file) && statSync(file).size > 0) return target
  mkdirSync(target, { recursive: true })
  buildSync({
    entryPoints: [join(nodeModules, name)],
    bundle: true,
    format: 'cjs',
    target: 'es2018',
    outfile: file,
    logLevel: 'silent',
  })
  return target
}
