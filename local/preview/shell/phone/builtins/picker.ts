import { askDialog } from '../ui/dialog'
import { button, dom } from '../ui/dom'
import { makeTappable } from '../engine/keyboard'
import { builtIn, type BuiltInNode } from './define'
import { dateField, regionFields, selectFields, type PickerField } from './picker-fields'

const PROPERTIES = {
  mode: { type: String, value: 'selector' },
  range: null,
  rangeKey: String,
  value: null,
  start: String,
  end: String,
  fields: String,
  disabled: Boolean,
  headerText: String,
  name: String,
  customItem: String,
  level: String,
}

export type PickerNode = BuiltInNode<typeof PROPERTIES>

const FIELDS: Record<string, (node: PickerNode) => PickerField> = {
  selector: selectFields,
  multiSelector: selectFields,
  date: dateField,
  time: dateField,
  region: regionFields,
}

/** A tap opens a sheet with the browser's own list, date or time control. */
export const picker = builtIn('picker', PROPERTIES, (node) => {
  const { element } = node
  makeTappable(element)
  const open = async (): Promise<void> => {
    const { mode, disabled, headerText } = node.props
    if (disabled) return
    const field = (FIELDS[mode] ?? selectFields)(node)
    const confirmed = await askDialog<boolean>({
      label: headerText || '请选择',
      place: 'sheet',
      dismissed: false,
      build: (close) => [
        dom(
          'div',
          { class: 'picker-head' },
          button('取消', () => close(false)),
          dom('b', {}, headerText),
          button('确定', () => close(true), { class: 'primary' }),
        ),
        dom('div', { class: 'picker-fields' }, ...field.controls),
      ],
    })
    if (!confirmed) return node.fire('cancel')
    const detail = field.answer()
    node.set('value', detail.value)
    node.fire('change', detail)
  }
  element.addEventListener('click', () => void open())
  return {
    activate: () => void open(),
    value: () => node.props.value,
    reset: () => node.set('value', null),
  }
})
