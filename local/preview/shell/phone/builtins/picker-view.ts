import { builtIn, builtInOf } from './define'

/** Columns that turn like wheels; here they scroll and snap. */
export const pickerView = builtIn(
  'picker-view',
  {
    value: null,
    indicatorStyle: String,
    indicatorClass: String,
    maskStyle: String,
    maskClass: String,
    immediateChange: Boolean,
  },
  (node) => {
    const { element } = node
    const columns = (): HTMLElement[] => [
      ...element.querySelectorAll<HTMLElement>(':scope > wx-picker-view-column'),
    ]
    let shown = ''
    element.addEventListener('phone-column-turned', () => {
      const value = columns().map(positionOf)
      // turned by the page itself
      if (JSON.stringify(value) === shown) return
      shown = JSON.stringify(value)
      node.set('value', value)
      node.fire('pickstart')
      node.fire('change', { value })
      node.fire('pickend')
    })
    return {
      update() {
        const value = Array.isArray(node.props.value) ? (node.props.value as number[]) : []
        if (JSON.stringify(value) === shown) return
        shown = JSON.stringify(value)
        setTimeout(() => {
          columns().forEach((column, position) => turnTo(column, value[position] ?? 0))
        })
      },
    }
  },
)

export const pickerViewColumn = builtIn('picker-view-column', {}, ({ element }) => {
  let settle: ReturnType<typeof setTimeout>
  element.tabIndex = 0
  element.addEventListener('scroll', () => {
    clearTimeout(settle)
    settle = setTimeout(() => {
      const view = element.parentElement
      if (view && builtInOf(view)) view.dispatchEvent(new CustomEvent('phone-column-turned'))
    }, 120)
  })
  return undefined
})

const rowHeight = (column: HTMLElement): number =>
  column.querySelector<HTMLElement>(':scope > *')?.offsetHeight ?? 34

const positionOf = (column: HTMLElement): number => Math.round(column.scrollTop / rowHeight(column))

function turnTo(column: HTMLElement, position: number): void {
  column.scrollTop = position * rowHeight(column)
}
