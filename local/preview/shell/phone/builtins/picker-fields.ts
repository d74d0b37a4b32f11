import { dom } from '../ui/dom'
import type { PickerNode } from './picker'
import { REGIONS } from './regions'

/** The inside of a picker's sheet, and how to read it when confirmed. */
export interface PickerField {
  controls: HTMLElement[]
  answer(): { value: unknown; code?: string[]; postcode?: string }
}

function list(label: string, options: string[], selected: number): HTMLSelectElement {
  const rows = Math.min(7, Math.max(2, options.length))
  const select = dom('select', { 'aria-label': label, size: String(rows) })
  fill(select, options, selected)
  return select
}

function fill(select: HTMLSelectElement, options: string[], selected: number): void {
  select.replaceChildren(...options.map((text, index) => new Option(text, String(index))))
  select.selectedIndex = Math.max(0, Math.min(selected, options.length - 1))
}

/** `selector` and `multiSelector`: one list for each column. */
export function selectFields(node: PickerNode): PickerField {
  const { mode, rangeKey } = node.props
  const many = mode === 'multiSelector'
  const columns = (): string[][] => {
    const range = (node.props.range ?? []) as unknown[]
    return (many ? (range as unknown[][]) : [range]).map((column) =>
      column.map((item) =>
        rangeKey ? String((item as Record<string, unknown>)[rangeKey]) : String(item),
      ),
    )
  }
  const chosen = (many ? (node.props.value ?? []) : [node.props.value]) as unknown[]
  const controls = columns().map((options, column) =>
    list(`第${column + 1}列`, options, Number(chosen[column] ?? 0)),
  )
  controls.forEach((control, column) => {
    control.addEventListener('change', () => {
      if (!many) return
      node.fire('columnchange', { column, value: control.selectedIndex })
      // the page may answer with new columns
      columns().forEach((options, index) => {
        const other = controls[index]
        const texts = other && [...other.options].map(({ text }) => text)
        if (other && texts?.join('\n') !== options.join('\n')) fill(other, options, 0)
      })
    })
  })
  return {
    controls,
    answer: () => ({
      value: many
        ? controls.map(({ selectedIndex }) => selectedIndex)
        : String(controls[0]?.selectedIndex ?? 0),
    }),
  }
}

/** `date` and `time`, as the browser asks for them. */
export function dateField(node: PickerNode): PickerField {
  const { mode, fields, start, end, value } = node.props
  const type = mode === 'time' ? 'time' : fields === 'month' ? 'month' : 'date'
  const control = dom('input', { type, 'aria-label': mode === 'time' ? '时间' : '日期' })
  control.min = start
  control.max = end
  control.value = typeof value === 'string' ? value : ''
  return { controls: [control], answer: () => ({ value: control.value }) }
}

/** `region`: province, city, county; only a few, enough to try a page. */
export function regionFields(node: PickerNode): PickerField {
  const chosen = Array.isArray(node.props.value) ? (node.props.value as string[]) : []
  const names = Object.keys(REGIONS)
  const cityNames = (): string[] => Object.keys(REGIONS[names[province.selectedIndex] ?? ''] ?? {})
  const countyNames = (): string[] =>
    REGIONS[names[province.selectedIndex] ?? '']?.[cityNames()[city.selectedIndex] ?? ''] ?? []
  const province = list('省', names, names.indexOf(chosen[0] ?? ''))
  const city = list('市', [], 0)
  fill(city, cityNames(), cityNames().indexOf(chosen[1] ?? ''))
  const county = list('县', [], 0)
  fill(county, countyNames(), countyNames().indexOf(chosen[2] ?? ''))
  province.addEventListener('change', () => {
    fill(city, cityNames(), 0)
    fill(county, countyNames(), 0)
  })
  city.addEventListener('change', () => fill(county, countyNames(), 0))
  return {
    controls: [province, city, county],
    answer: () => ({
      value: [province, city, county].map((each) => each.selectedOptions[0]?.text ?? ''),
      code: [],
      postcode: '',
    }),
  }
}
