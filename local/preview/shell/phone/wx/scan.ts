import { deskAround } from '../phone-control'
import { askDialog } from '../ui/dialog'
import { button, dom } from '../ui/dom'
import { ApiFailure, promised } from './api'

/** Codes on the other phones of the desk: elements with `data-qr`. */
function codesNearby(): { label: string; value: string }[] {
  return (deskAround()?.phones() ?? []).flatMap(({ name, control }) =>
    control === window.phone
      ? []
      : (control?.visibleCodes() ?? []).map(({ label, value }) => ({
          label: `${name}：${label}`,
          value,
        })),
  )
}

/** What this phone shows to be scanned. */
export function visibleCodes(): { label: string; value: string }[] {
  return [...document.querySelectorAll<HTMLElement>('.page:not([hidden]) [data-qr]')].map(
    ({ dataset }) => ({ label: dataset.qrLabel ?? dataset.qr ?? '', value: dataset.qr ?? '' }),
  )
}

/** No camera here: type the code, or pick one that another phone is showing. */
export function scanApi(): Record<string, unknown> {
  return {
    scanCode: promised('scanCode', async () => {
      const result = await askDialog<string>({
        label: '扫码',
        place: 'sheet',
        dismissed: '',
        build: (close) => {
          const field = dom('input', { 'aria-label': '码的内容', placeholder: '输入码的内容' })
          return [
            dom('h2', {}, '扫码'),
            ...codesNearby().map(({ label, value }) => button(label, () => close(value))),
            field,
            dom(
              'div',
              { class: 'dialog-actions' },
              button('取消', () => close('')),
              button('确定', () => close(field.value), { class: 'primary' }),
            ),
          ]
        },
      })
      if (!result) throw new ApiFailure('cancel')
      return { result, scanType: 'QR_CODE', charSet: 'utf-8', path: result, rawData: '' }
    }),
  }
}
