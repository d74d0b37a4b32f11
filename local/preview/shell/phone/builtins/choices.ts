import { builtIn, builtInOf, type BuiltIn } from './define'
import { textOf } from './text-of'

/** A native box that shows the page's `checked`, and keeps the person's choice in between. */
function nativeBox(type: 'checkbox' | 'radio', host: HTMLElement): HTMLInputElement {
  const box = document.createElement('input')
  box.type = type
  host.prepend(box)
  box.addEventListener('click', (event) => event.stopPropagation())
  return box
}

const BOX_PROPERTIES = {
  value: String,
  checked: Boolean,
  disabled: Boolean,
  color: String,
  name: String,
}

const boxIn = (element: Element): HTMLInputElement | null => element.querySelector('input')

function choice(type: 'checkbox' | 'radio'): BuiltIn {
  return builtIn(type, BOX_PROPERTIES, (node) => {
    const { element } = node
    const box = nativeBox(type, element)
    let shown: boolean | undefined
    const changed = (): void => {
      const group = element.closest(`wx-${type}-group`)
      if (!group) return
      if (type === 'radio') {
        for (const other of group.querySelectorAll('wx-radio')) {
          const otherBox = boxIn(other)
          if (other !== element && otherBox) otherBox.checked = false
        }
      }
      const live = builtInOf(group)
      live?.node.fire('change', { value: live.value?.() })
    }
    const activate = (): void => {
      if (box.disabled || (type === 'radio' && box.checked)) return
      box.checked = type === 'radio' || !box.checked
      changed()
    }
    box.addEventListener('change', (event) => {
      event.stopPropagation()
      changed()
    })
    element.addEventListener('click', activate)
    return {
      control: box,
      activate,
      reset: () => void (box.checked = node.props.checked),
      update() {
        const { checked, disabled, color } = node.props
        if (shown !== checked) box.checked = checked
        shown = checked
        box.disabled = disabled
        box.style.accentColor = color
      },
    }
  })
}

export const checkbox = choice('checkbox')
export const radio = choice('radio')

const chosen = (group: Element, tag: string): string[] =>
  [...group.querySelectorAll(tag)]
    .filter((each) => boxIn(each)?.checked)
    .map((each) => textOf(builtInOf(each)?.node.props.value))

export const checkboxGroup = builtIn('checkbox-group', { name: String }, ({ element }) => {
  element.setAttribute('role', 'group')
  return { value: () => chosen(element, 'wx-checkbox') }
})

export const radioGroup = builtIn('radio-group', { name: String }, ({ element }) => {
  element.setAttribute('role', 'radiogroup')
  return { value: () => chosen(element, 'wx-radio')[0] ?? '' }
})

export const switchControl = builtIn(
  'switch',
  { checked: Boolean, disabled: Boolean, type: String, color: String, name: String },
  (node) => {
    const box = nativeBox('checkbox', node.element)
    box.setAttribute('role', 'switch')
    let shown: boolean | undefined
    const changed = (): void => {
      node.set('checked', box.checked)
      node.fire('change', { value: box.checked })
    }
    const activate = (): void => {
      if (box.disabled) return
      box.checked = !box.checked
      changed()
    }
    box.addEventListener('change', (event) => {
      event.stopPropagation()
      changed()
    })
    node.element.addEventListener('click', activate)
    return {
      control: box,
      activate,
      value: () => box.checked,
      reset: () => void (box.checked = false),
      update() {
        const { checked, disabled, color } = node.props
        if (shown !== checked) box.checked = checked
        shown = checked
        box.disabled = disabled
        if (color) box.style.setProperty('--switch-on', color)
      },
    }
  },
)

export const slider = builtIn(
  'slider',
  {
    min: Number,
    max: { type: Number, value: 100 },
    step: { type: Number, value: 1 },
    value: Number,
    disabled: Boolean,
    showValue: Boolean,
    name: String,
    activeColor: String,
    backgroundColor: String,
    blockSize: Number,
    blockColor: String,
  },
  (node) => {
    const range = document.createElement('input')
    range.type = 'range'
    const shown = document.createElement('span')
    node.element.append(range, shown)
    const show = (): void => void (shown.textContent = node.props.showValue ? range.value : '')
    for (const [native, event] of [
      ['input', 'changing'],
      ['change', 'change'],
    ] as const) {
      range.addEventListener(native, (original) => {
        original.stopPropagation()
        show()
        if (event === 'change') node.set('value', Number(range.value))
        node.fire(event, { value: Number(range.value) })
      })
    }
    return {
      control: range,
      value: () => Number(range.value),
      update() {
        const { min, max, step, value, disabled, activeColor } = node.props
        range.min = String(min)
        range.max = String(max)
        range.step = String(step)
        range.disabled = disabled
        range.value = String(value)
        range.style.accentColor = activeColor
        show()
      },
    }
  },
)
