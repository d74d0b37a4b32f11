import { builtIn, builtInOf, type LiveBuiltIn } from './define'

const CONTROLS = 'wx-checkbox,wx-radio,wx-switch,wx-input,wx-textarea,wx-button'

let count = 0

/** A tap on a label acts on its control, by `for` or the first inside, and its words name it. */
export const label = builtIn('label', { for: String }, ({ element, props }) => {
  const control = (): LiveBuiltIn | undefined => {
    const found = props.for
      ? document.getElementById(props.for)
      : element.querySelector<HTMLElement>(CONTROLS)
    return found ? builtInOf(found) : undefined
  }
  element.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest(CONTROLS)) return
    control()?.activate?.()
  })
  return {
    update: () =>
      void setTimeout(() => {
        const named = control()?.control
        if (!named || named.hasAttribute('aria-label')) return
        element.id ||= `label-${(count += 1)}`
        named.setAttribute('aria-labelledby', element.id)
      }),
  }
})
