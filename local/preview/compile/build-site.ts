import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { build } from 'esbuild'
import { compileApp } from './compile-app'
import { formatWarning } from './compile-warning'
import { demoPeople, seedFolder, type Identity } from './demo-people'
import { projectFolderOf } from './project-folder'
import { copyIconFiles } from './tdesign-icons'
import { stampOf } from './stamp'

export interface BuildOptions {
  /** The mini-program's folder, with app.json. */
  source: string
  /** Where the static site goes. */
  out: string
  /** `local/preview/shell`. */
  shell: string
}

export interface BuildResult {
  /** `file:line:column message`, one each. */
  warnings: string[]
  components: number
  modules: number
  bytes: number
}

const CODE = new Set(['.ts', '.js', '.wxml', '.wxss', '.wxs', '.json', '.md'])

/** Builds the preview site; when no input has changed it only repeats the last answer. */
export async function buildSite({ source, out, shell }: BuildOptions): Promise<BuildResult> {
  const stampFile = join(out, '.stamp.json')
  const project = projectFolderOf(source)
  const stamp = stampOf([source, shell, join(shell, '../compile'), seedFolder(project)])
  const last = readStamp(stampFile)
  if (last?.stamp === stamp && existsSync(join(out, 'app.js'))) return last.result

  mkdirSync(out, { recursive: true })
  const [app] = await Promise.all([compileApp(source), bundleShell(shell, out)])
  writeFileSync(join(out, 'app.js'), app.javaScript)
  copyIconFiles(out)
  cpSync(source, join(out, 'res'), {
    recursive: true,
    filter: (path) => !CODE.has(extname(path)) && !path.includes('miniprogram_npm'),
  })
  writeLists(out, demoPeople(project, app.pages))
  const result: BuildResult = {
    warnings: app.warnings.map(formatWarning),
    components: app.components,
    modules: app.modules,
    bytes: Buffer.byteLength(app.javaScript),
  }
  writeFileSync(stampFile, JSON.stringify({ stamp, result }))
  return result
}

/** Lists that the desk asks for; a server may answer with its own under the same address. */
function writeLists(out: string, identities: Identity[]): void {
  mkdirSync(join(out, 'preview'), { recursive: true })
  writeFileSync(join(out, 'preview/identities.json'), JSON.stringify(identities))
  writeFileSync(join(out, 'preview/templates.json'), '{}')
}

async function bundleShell(shell: string, out: string): Promise<void> {
  await build({
    entryPoints: [
      { in: join(shell, 'desk/main.ts'), out: 'desk' },
      { in: join(shell, 'desk/desk.css'), out: 'desk' },
      { in: join(shell, 'phone/main.ts'), out: 'phone' },
      { in: join(shell, 'phone/phone.css'), out: 'phone' },
    ],
    bundle: true,
    format: 'iife',
    target: 'chrome100',
    outdir: out,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  })
  for (const page of ['index.html', 'phone.html']) cpSync(join(shell, page), join(out, page))
}

function readStamp(file: string): { stamp: string; result: BuildResult } | undefined {
  if (!existsSync(file)) return undefined
  return JSON.parse(readFileSync(file, 'utf8')) as { stamp: string; result: BuildResult }
}
