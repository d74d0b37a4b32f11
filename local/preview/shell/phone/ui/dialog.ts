import { dom } from './dom'

export interface DialogOptions<Answer> {
  /** Its name for screen readers and tests. */
  label: string
  /** `center` for a card in the middle, `sheet` for one that rises from the bottom. */
  place: 'center' | 'sheet'
  /** The answer of Escape and of a tap beside it; without it only a button closes. */
  dismissed?: Answer
  build(close: (answer: Answer) => void): (Node | string)[]
}

/** Shows a dialog of WeChat or the phone over the page, and waits for the answer. */
export function askDialog<Answer>(options: DialogOptions<Answer>): Promise<Answer> {
  const before = document.activeElement
  return new Promise((resolve) => {
    const close = (answer: Answer): void => {
      mask.remove()
      if (before instanceof HTMLElement) before.focus()
      resolve(answer)
    }
    const dismiss = (): void => {
      if ('dismissed' in options) close(options.dismissed as Answer)
    }
    const panel = dom(
      'div',
      {
        class: `dialog dialog-${options.place}`,
        role: 'dialog',
        'aria-modal': 'true',
        'aria-label': options.label,
        tabindex: '-1',
      },
      ...options.build(close),
    )
    const mask = dom('div', { class: 'dialog-mask' }, panel)
    mask.addEventListener('click', (event) => event.target === mask && dismiss())
    panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') dismiss()
      if (event.key === 'Tab') keepFocusInside(panel, event)
    })
    document.body.append(mask)
    const first = panel.querySelector<HTMLElement>('input, textarea, select')
    ;(first ?? panel).focus()
  })
}

/** Another page takes the screen: dialogs of the one before go away unanswered. */
export function closeDialogs(): void {
  for (const mask of document.querySelectorAll('.dialog-mask')) mask.remove()
}

function keepFocusInside(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = [...panel.querySelectorAll<HTMLElement>('button, input, textarea, select')]
  const first = stops[0]
  const last = stops[stops.length - 1]
  const edge = event.shiftKey ? first : last
  if (document.activeElement !== edge && document.activeElement !== panel) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}
