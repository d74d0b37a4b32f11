import { allPages, type AppConfig, type ThemeVariables } from './app-config'
import type { CompileWarning } from './compile-warning'
import { Components } from './components'
import { MiniProgramSource } from './mini-program-source'
import { Scripts } from './scripts'
import { Styles } from './styles'
import { Templates } from './templates'

export interface CompiledApp {
  /** The text of `app.js`: sets `window.miniProgram` to an `AppBundle`. */
  javaScript: string
  pages: string[]
  components: number
  modules: number
  warnings: CompileWarning[]
  /** The files that the app consists of, apart from pictures, and where they lie. */
  files: ReadonlyMap<string, string>
}

/** Compiles a mini-program's source folder into one script for the phone. */
export async function compileApp(root: string): Promise<CompiledApp> {
  const warnings: CompileWarning[] = []
  const warn = (warning: CompileWarning): void => void warnings.push(warning)
  const source = new MiniProgramSource(root, warn)
  const app = source.readJson<AppConfig>('app.json')
  if (!app) throw new Error(`${root} has no app.json that can be read`)
  const theme = source.readJson<ThemeVariables>(app.themeLocation ?? 'theme.json') ?? {}
  const templates = new Templates(source, warn)
  const scripts = new Scripts(source, warn)
  const styles = new Styles(source, warn)
  const components = new Components(app, source, templates, scripts, styles, warn)

  scripts.add('app')
  const pages = allPages(app)
  for (const page of pages) components.addPage(page)
  if (app.tabBar?.custom) components.addComponent('custom-tab-bar/index')
  const appStyle = styles.compile('app', { path: 'app', scope: '' })
  const modules = await scripts.finish()

  const data = JSON.stringify({ app, pages, theme, components: components.all, appStyle })
  return {
    javaScript: `window.miniProgram=Object.assign(${data},{templates:${templates.toJavaScript()},modules:{${modules}}});\n`,
    pages,
    components: Object.keys(components.all).length,
    modules: scripts.size,
    warnings,
    files: source.used,
  }
}
