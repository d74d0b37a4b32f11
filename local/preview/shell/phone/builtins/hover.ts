import type { BuiltInNode } from './define'

interface HoverProps {
  hoverClass?: string
  hoverStopPropagation?: boolean
  hoverStartTime?: number
  hoverStayTime?: number
}

/** `hover-class`: on while a finger rests, for a moment longer after it left. */
export function addHover(node: BuiltInNode): void {
  let starting: ReturnType<typeof setTimeout> | undefined
  const props = (): HoverProps => node.props
  const turn = (on: boolean): void => {
    for (const name of (props().hoverClass ?? '').split(/\s+/).filter(Boolean)) {
      node.toggleClass(name, on)
    }
  }
  node.element.addEventListener('touchstart', (event) => {
    const { hoverClass, hoverStopPropagation, hoverStartTime = 50 } = props()
    if (!hoverClass || hoverClass === 'none' || hoverHandled.has(event)) return
    if (hoverStopPropagation) hoverHandled.add(event)
    starting = setTimeout(() => turn(true), hoverStartTime)
  })
  for (const type of ['touchend', 'touchcancel'] as const) {
    node.element.addEventListener(type, () => {
      const { hoverClass, hoverStartTime = 50, hoverStayTime = 400 } = props()
      if (!hoverClass || hoverClass === 'none') return
      setTimeout(() => turn(false), hoverStartTime + hoverStayTime)
    })
  }
  node.element.addEventListener('touchmove', () => clearTimeout(starting))
}

const hoverHandled = new WeakSet<Event>()
