/**
 * A mouse acts as a finger: pages listen to touch events, and a desktop browser sends none.
 * Real touches switch it off, since browsers repeat them as mouse events.
 */
export function turnMouseIntoTouch(): void {
  let pressed: EventTarget | null = null
  let lastTouch = -Infinity

  const noteTouch = (event: Event): void => {
    if (event.isTrusted) lastTouch = event.timeStamp
  }
  const isMouse = (event: MouseEvent): boolean =>
    event.button === 0 && event.timeStamp - lastTouch > 800

  window.addEventListener('touchstart', noteTouch, { capture: true, passive: true })
  window.addEventListener('touchend', noteTouch, { capture: true, passive: true })
  window.addEventListener(
    'mousedown',
    (event) => {
      if (!isMouse(event) || !event.target) return
      pressed = event.target
      sendTouch('touchstart', pressed, event)
    },
    { capture: true },
  )
  window.addEventListener(
    'mousemove',
    (event) => {
      if (pressed && event.buttons !== 0) sendTouch('touchmove', pressed, event)
    },
    { capture: true },
  )
  window.addEventListener(
    'mouseup',
    (event) => {
      if (!pressed) return
      const target = pressed
      pressed = null
      sendTouch('touchend', target, event)
    },
    { capture: true },
  )
}

function sendTouch(type: string, target: EventTarget, mouse: MouseEvent): void {
  const touch = new Touch({
    identifier: 1,
    target,
    clientX: mouse.clientX,
    clientY: mouse.clientY,
    pageX: mouse.pageX,
    pageY: mouse.pageY,
  })
  const touches = type === 'touchend' ? [] : [touch]
  target.dispatchEvent(
    new TouchEvent(type, {
      bubbles: true,
      cancelable: true,
      composed: true,
      touches,
      targetTouches: touches,
      changedTouches: [touch],
    }),
  )
}
