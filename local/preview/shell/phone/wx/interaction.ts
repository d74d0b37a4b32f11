import { askDialog } from '../ui/dialog'
import { button, dom } from '../ui/dom'
import { ApiFailure, promised } from './api'

interface ToastOptions {
  title: string
  icon?: string
  duration?: number
  mask?: boolean
}

interface ModalOptions {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  confirmText?: string
  editable?: boolean
  placeholderText?: string
}

let toast: HTMLElement | undefined

function hide(): void {
  toast?.remove()
  toast = undefined
}

function show({ title, icon, mask }: ToastOptions, loading: boolean): HTMLElement {
  hide()
  const sign = loading || icon === 'loading' ? 'loading' : (icon ?? 'success')
  toast = dom(
    'div',
    { class: `toast toast-${sign}`, role: 'status', 'data-mask': mask ?? false },
    dom('span', {}, title),
  )
  document.body.append(toast)
  return toast
}

/** The toast that `wx` functions show themselves, such as after copying. */
export function showToast(options: ToastOptions): void {
  const shown = show(options, false)
  setTimeout(() => {
    if (toast === shown) hide()
  }, options.duration ?? 1500)
}

function showModal(options: ModalOptions): Promise<object> {
  const { title = '', content = '', showCancel = true, editable = false } = options
  const { cancelText = '取消', confirmText = '确定', placeholderText = '' } = options
  return askDialog<object>({
    label: title || content,
    place: 'center',
    build: (close) => {
      const field = dom('input', { placeholder: placeholderText, 'aria-label': title || '输入' })
      if (editable) field.value = content
      const answer = (confirm: boolean): void =>
        close({ confirm, cancel: !confirm, content: editable ? field.value : '' })
      return [
        ...(title ? [dom('h2', {}, title)] : []),
        editable ? field : dom('p', {}, content),
        dom(
          'div',
          { class: 'dialog-actions' },
          ...(showCancel ? [button(cancelText, () => answer(false))] : []),
          button(confirmText, () => answer(true), { class: 'primary' }),
        ),
      ]
    },
  })
}

/** A list of choices from the bottom; the answer is the index, or undefined when cancelled. */
export function askActionSheet(label: string, items: string[]): Promise<number | undefined> {
  return askDialog<number | undefined>({
    label,
    place: 'sheet',
    dismissed: undefined,
    build: (close) => [
      dom('div', { class: 'sheet-items' }, ...items.map((text, i) => button(text, () => close(i)))),
      button('取消', () => close(undefined), { class: 'sheet-cancel' }),
    ],
  })
}

export function interactionApi(): Record<string, unknown> {
  return {
    showToast: promised('showToast', showToast),
    hideToast: promised('hideToast', hide),
    showLoading: promised('showLoading', (options: ToastOptions) => void show(options, true)),
    hideLoading: promised('hideLoading', hide),
    showModal: promised('showModal', showModal),
    showActionSheet: promised(
      'showActionSheet',
      async ({ itemList, alertText = '' }: { itemList: string[]; alertText?: string }) => {
        const tapIndex = await askActionSheet(alertText || '请选择', itemList)
        if (tapIndex === undefined) throw new ApiFailure('cancel')
        return { tapIndex }
      },
    ),
    enableAlertBeforeUnload: promised('enableAlertBeforeUnload', () => undefined),
    disableAlertBeforeUnload: promised('disableAlertBeforeUnload', () => undefined),
    hideKeyboard: promised('hideKeyboard', () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }),
  }
}
