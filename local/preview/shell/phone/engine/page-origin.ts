/**
 * WeChat measures from the corner of the page, under the navigation bar; the browser from the
 * corner of the screen. The page that is shown sets the difference.
 */
let top = 0
let scroller: HTMLElement | undefined

export function setPageOrigin(pageTop: number, pageScroller: HTMLElement): void {
  top = pageTop
  scroller = pageScroller
}

export const pageTop = (): number => top

/** The element that scrolls the page that is shown. */
export const currentScroller = (): HTMLElement | undefined => scroller

interface Point {
  identifier?: number
  clientX: number
  clientY: number
}

export interface PageTouch {
  identifier: number
  clientX: number
  clientY: number
  pageX: number
  pageY: number
  force: number
}

/** A touch as a page gets it. */
export function toPageTouch({ identifier = 0, clientX, clientY }: Point): PageTouch {
  const y = clientY - top
  return {
    identifier,
    clientX,
    clientY: y,
    pageX: clientX,
    pageY: y + (scroller?.scrollTop ?? 0),
    force: 1,
  }
}
