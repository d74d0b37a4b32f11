/**
 * Whatever can be tapped can be reached by Tab and pressed with Enter or Space, though WeChat
 * has no keyboard: it makes the preview usable without a mouse and testable by role.
 */
export function makeTappable(element: HTMLElement | null): void {
  if (!element?.tagName.startsWith('WX-') || element.hasAttribute('tabindex')) return
  element.tabIndex = 0
}

export function pressWithKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    const { target } = event
    if (!(target instanceof HTMLElement) || !target.tagName.startsWith('WX-')) return
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    const { left, top, width, height } = target.getBoundingClientRect()
    const place = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true }
    for (const type of ['mousedown', 'mouseup', 'click']) {
      target.dispatchEvent(new MouseEvent(type, place))
    }
  })
}
