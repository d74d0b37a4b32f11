import { builtIn } from './define'

export const scrollView = builtIn(
  'scroll-view',
  {
    scrollX: Boolean,
    scrollY: Boolean,
    scrollTop: null,
    scrollLeft: null,
    scrollIntoView: String,
    upperThreshold: { type: Number, value: 50 },
    lowerThreshold: { type: Number, value: 50 },
    scrollWithAnimation: Boolean,
    enableFlex: Boolean,
    enhanced: Boolean,
    showScrollbar: { type: Boolean, value: true },
    bounces: Boolean,
    refresherEnabled: Boolean,
    refresherTriggered: Boolean,
    refresherThreshold: Number,
    refresherDefaultStyle: String,
    refresherBackground: String,
    type: String,
    scrollAnchoring: Boolean,
    enablePassive: Boolean,
    enableBackToTop: Boolean,
    pagingEnabled: Boolean,
    fastDeceleration: Boolean,
    usingSticky: Boolean,
  },
  (node) => {
    const { element } = node
    let wasLow = false
    let wasHigh = true
    let lastTop = 0
    let lastLeft = 0
    let shownTop: number | undefined
    let shownLeft: number | undefined
    let shownTarget = ''
    const behavior = (): ScrollBehavior => (node.props.scrollWithAnimation ? 'smooth' : 'auto')

    element.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = element
      const { scrollY, lowerThreshold, upperThreshold } = node.props
      const deltaY = lastTop - scrollTop
      const deltaX = lastLeft - scrollLeft
      lastTop = scrollTop
      lastLeft = scrollLeft
      node.fire('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY })
      const left = scrollY
        ? scrollHeight - scrollTop - element.clientHeight
        : scrollWidth - scrollLeft - element.clientWidth
      const low = left < lowerThreshold
      const high = (scrollY ? scrollTop : scrollLeft) < upperThreshold
      if (low && !wasLow) node.fire('scrolltolower', { direction: scrollY ? 'bottom' : 'right' })
      if (high && !wasHigh) node.fire('scrolltoupper', { direction: scrollY ? 'top' : 'left' })
      wasLow = low
      wasHigh = high
    })

    return {
      update() {
        const { props } = node
        element.toggleAttribute('scroll-x', props.scrollX)
        element.toggleAttribute('scroll-y', props.scrollY)
        element.toggleAttribute('enable-flex', props.enableFlex)
        element.toggleAttribute('hide-scrollbar', props.enhanced && !props.showScrollbar)
        // what scrolls must be reachable by keyboard
        if (props.scrollX || props.scrollY) element.tabIndex = 0
        const top = Number.parseFloat(String(props.scrollTop))
        const left = Number.parseFloat(String(props.scrollLeft))
        if (!Number.isNaN(top) && top !== shownTop) {
          shownTop = top
          element.scrollTo({ top, behavior: behavior() })
        }
        if (!Number.isNaN(left) && left !== shownLeft) {
          shownLeft = left
          element.scrollTo({ left, behavior: behavior() })
        }
        if (props.scrollIntoView && props.scrollIntoView !== shownTarget) {
          const id = CSS.escape(props.scrollIntoView)
          setTimeout(() => scrollInside(element, element.querySelector(`#${id}`), behavior()))
        }
        shownTarget = props.scrollIntoView
      },
    }
  },
)

/** Like `scrollIntoView`, but never moves anything outside the scroll view. */
function scrollInside(view: HTMLElement, target: Element | null, behavior: ScrollBehavior): void {
  if (!target) return
  const outer = view.getBoundingClientRect()
  const inner = target.getBoundingClientRect()
  view.scrollBy({ top: inner.top - outer.top, left: inner.left - outer.left, behavior })
}
