import { Event as ComponentEvent, type Element as ComponentNode } from 'glass-easel'
import { pageTop, toPageTouch, type PageTouch } from './page-origin'
import type { PhoneBackend } from './phone-backend'

const LONG_PRESS_MS = 350

/** Brings the DOM's events to the components, with `touches` and `longpress` as WeChat has them. */
export function forwardEvents(backend: PhoneBackend): void {
  const longPress = new LongPress()
  for (const type of ['touchstart', 'touchend']) {
    backend.setListenerStats(document.body as never, type, false, 0)
  }
  backend.onEvent((target, type, detail, options) => {
    if (type === 'touchstart') longPress.start(target, options.originalEvent as TouchEvent)
    if (type === 'canceltap' || type === 'touchend') longPress.stop()
    if (type === 'tap' && longPress.fired) return undefined
    const event = new ComponentEvent(type, type === 'tap' ? onPage(detail) : detail, {
      ...options,
      extraFields: touchesOf(options.originalEvent),
    })
    ComponentEvent.dispatchEvent(target, event)
    return event.getEventBubbleStatus()
  })
}

class LongPress {
  fired = false
  private timer: ReturnType<typeof setTimeout> | undefined

  start(target: ComponentNode, touch: TouchEvent): void {
    this.fired = false
    this.stop()
    this.timer = setTimeout(() => {
      const heard = listensTo(target, 'longpress') || listensTo(target, 'longtap')
      if (!heard) return
      this.fired = true
      for (const type of ['longpress', 'longtap']) {
        const options = { bubbles: true, composed: true, extraFields: touchesOf(touch) }
        ComponentEvent.triggerEvent(target, type, {}, options)
      }
    }, LONG_PRESS_MS)
  }

  stop(): void {
    clearTimeout(this.timer)
  }
}

interface Listened {
  _$eventTarget?: { listeners: Record<string, unknown> } | null
  parentNode: Listened | null
  ownerShadowRoot?: { getHostNode(): Listened } | null
}

/** Whether the node or one around it binds the event: else a long press is still a tap. */
function listensTo(node: ComponentNode, type: string): boolean {
  let current = node as unknown as Listened | null
  while (current) {
    if (current._$eventTarget?.listeners[type]) return true
    current = current.parentNode ?? current.ownerShadowRoot?.getHostNode() ?? null
  }
  return false
}

function onPage(detail: unknown): unknown {
  const { x, y } = detail as { x: number; y: number }
  return { x, y: y - pageTop() }
}

function touchesOf(event: unknown): { touches: PageTouch[]; changedTouches: PageTouch[] } {
  if (event instanceof TouchEvent) {
    return {
      touches: [...event.touches].map(toPageTouch),
      changedTouches: [...event.changedTouches].map(toPageTouch),
    }
  }
  return { touches: [], changedTouches: [] }
}
