import { builtIn, builtInOf } from './define'

interface NamedField {
  data?: { name?: unknown; value?: unknown }
}

/** Collects every named control inside, also components with `wx://form-field`. */
export const form = builtIn(
  'form',
  { reportSubmit: Boolean, reportSubmitTimeout: Number },
  (node) => {
    const { element } = node
    const inside = (): Element[] => [...element.querySelectorAll('*')]
    element.addEventListener('phone-form-submit', () => {
      const value: Record<string, unknown> = {}
      for (const each of inside()) {
        const { data } = (each as unknown as { __wxElement?: NamedField }).__wxElement ?? {}
        if (typeof data?.name !== 'string' || data.name === '') continue
        const control = builtInOf(each)
        if (control?.value) value[data.name] = control.value()
        else if (!control && 'value' in data) value[data.name] = data.value
      }
      node.fire('submit', { value, formId: '' })
    })
    element.addEventListener('phone-form-reset', () => {
      for (const each of inside()) builtInOf(each)?.reset?.()
      node.fire('reset')
    })
    return undefined
  },
)
