import { builtIn, builtInOf } from './define'

export const swiperItem = builtIn('swiper-item', { itemId: String, skipHiddenItemLayout: Boolean })

export const swiper = builtIn(
  'swiper',
  {
    indicatorDots: Boolean,
    indicatorColor: String,
    indicatorActiveColor: String,
    autoplay: Boolean,
    current: Number,
    currentItemId: String,
    interval: { type: Number, value: 5000 },
    duration: { type: Number, value: 300 },
    circular: Boolean,
    vertical: Boolean,
    previousMargin: String,
    nextMargin: String,
    displayMultipleItems: { type: Number, value: 1 },
    easingFunction: String,
    snapToEdge: Boolean,
  },
  (node) => {
    const { element } = node
    const dots = document.createElement('div')
    dots.className = 'swiper-dots'
    let index = 0
    let shown = -1
    let pressedAt: { x: number; y: number } | undefined

    const items = (): Element[] =>
      [...element.children].filter(({ tagName }) => tagName === 'WX-SWIPER-ITEM')

    const go = (wanted: number, source: string): void => {
      const all = items()
      if (all.length === 0) return
      const { circular, vertical, duration, indicatorDots } = node.props
      const wrap = circular || source === 'autoplay'
      const next = wrap
        ? (wanted + all.length) % all.length
        : Math.max(0, Math.min(wanted, all.length - 1))
      const axis = vertical ? 'Y' : 'X'
      for (const item of all) {
        builtInOf(item)?.node.component.setNodeStyle(
          `transform:translate${axis}(${-100 * next}%);transition:transform ${duration}ms`,
          3,
        )
      }
      dots.replaceChildren(
        ...(indicatorDots ? all : []).map((_, position) => {
          const dot = document.createElement('i')
          dot.className = position === next ? 'on' : ''
          return dot
        }),
      )
      if (next === index) return
      index = next
      if (!source) return
      shown = next
      node.set('current', next)
      node.fire('change', { current: next, currentItemId: '', source })
      setTimeout(() => node.fire('animationfinish', { current: next, source }), duration)
    }

    element.addEventListener('touchstart', ({ touches: [touch] }) => {
      pressedAt = touch && { x: touch.clientX, y: touch.clientY }
    })
    element.addEventListener('touchend', ({ changedTouches: [touch] }) => {
      if (!pressedAt || !touch) return
      const moved = node.props.vertical ? touch.clientY - pressedAt.y : touch.clientX - pressedAt.x
      if (Math.abs(moved) > 30) go(index + (moved < 0 ? 1 : -1), 'touch')
    })
    let timer: ReturnType<typeof setTimeout>
    const turnOn = (): void => {
      timer = setTimeout(() => {
        if (node.props.autoplay) go(index + 1, 'autoplay')
        turnOn()
      }, node.props.interval)
    }
    turnOn()

    return {
      detached: () => clearTimeout(timer),
      update() {
        element.toggleAttribute('vertical', node.props.vertical)
        const { current } = node.props
        if (current === shown) return
        shown = current
        setTimeout(() => {
          element.append(dots)
          go(current, '')
        })
      },
    }
  },
)
