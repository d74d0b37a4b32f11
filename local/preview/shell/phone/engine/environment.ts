import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  globalOptions,
  type template,
} from 'glass-easel'
import {
  MiniProgramEnv,
  type AssociatedBackend,
  type CodeSpace,
  type types,
} from 'glass-easel-miniprogram-adapter'
import type { AppBundle } from '../../../compile/app-bundle'
import { BUILT_INS } from '../builtins/catalogue'
import { registerBuiltIns } from '../builtins/define'
import { reportProblem } from '../ui/notices'
import { installComponentShims } from './component-shims'
import { forwardEvents } from './events'
import { ModuleRegistry, type ScriptGlobals } from './module-registry'
import { PhoneBackend } from './phone-backend'
import { installQueryShims } from './query-shims'

/** glass-easel, loaded with the mini-program's components. */
export interface Environment {
  backend: PhoneBackend
  roots: AssociatedBackend
  space: CodeSpace
}

/** Prepares the component system; `load` then runs the mini-program's scripts. */
export function createEnvironment(bundle: AppBundle): Environment & {
  load: (globals: ScriptGlobals) => void
} {
  globalOptions.throwGlobalError = false
  addGlobalErrorListener((error) => {
    reportProblem(`页面出错：${error instanceof Error ? error.message : String(error)}`, error)
    return false
  })
  addGlobalWarningListener((message, component) => {
    const where = typeof component === 'string' ? component : (component?.is ?? '')
    // TDesign's own are not ours to fix
    if (!`${where}${message}`.includes('miniprogram_npm')) {
      console.warn(`[preview] ${where} ${message}`)
    }
    return false
  })
  installComponentShims()
  installQueryShims()
  const env = new MiniProgramEnv()
  const backend = new PhoneBackend()
  const roots = env.associateBackend(backend)
  forwardEvents(backend)
  const space = env.createCodeSpace('', true)
  registerBuiltIns(
    env.getGlobalCodeSpace().getComponentSpace(),
    space.getComponentSpace(),
    BUILT_INS,
  )
  addComponents(bundle, space, backend)
  const load = (globals: ScriptGlobals): void => {
    const registry = new ModuleRegistry(bundle, space, globals)
    space.getComponentSpace().groupRegister(() => registry.loadAll())
  }
  return { backend, roots, space, load }
}

function addComponents(bundle: AppBundle, space: CodeSpace, backend: PhoneBackend): void {
  const groupList = bundle.templates as Record<string, template.ProcGenGroupList[string]>
  for (const [path, { config, style, scope }] of Object.entries(bundle.components)) {
    space.addComponentStaticConfig(path, config as types.ComponentStaticConfig)
    space.addStyleSheet(path, path, scope)
    backend.registerStyleSheetContent(path, style)
    const content = groupList[path]
    if (content) space.addCompiledTemplate(path, { groupList, content })
  }
  space.addStyleSheet('app', 'app')
  backend.registerStyleSheetContent('app', bundle.appStyle)
}
