import { builtIn } from './define'

export const view = builtIn('view', {})

export const text = builtIn(
  'text',
  { selectable: Boolean, userSelect: Boolean, decode: Boolean, space: String },
  ({ element, props }) => ({
    update: () => element.toggleAttribute('user-select', props.selectable || props.userSelect),
  }),
)

export const coverView = builtIn('cover-view', { scrollTop: null })

export const rootPortal = builtIn('root-portal', { enable: { type: Boolean, value: true } })

export const movableArea = builtIn('movable-area', { scaleArea: Boolean })

/** Draggable only in WeChat; here it stands where its x and y put it. */
export const movableView = builtIn(
  'movable-view',
  { x: Number, y: Number, direction: String, inertia: Boolean, disabled: Boolean },
  (node) => ({
    update() {
      const { x, y } = node.props
      node.component.setNodeStyle(`transform:translate(${x}px,${y}px)`, 3)
    },
  }),
)

export const matchMediaContainer = builtIn(
  'match-media',
  { minWidth: Number, maxWidth: Number, width: Number, orientation: String },
  ({ element, props }) => ({
    update() {
      const { minWidth, maxWidth, width } = props
      const fits =
        (!minWidth || innerWidth >= minWidth) &&
        (!maxWidth || innerWidth <= maxWidth) &&
        (!width || innerWidth === width)
      element.toggleAttribute('hidden', !fits)
    },
  }),
)

/** A half-screen layer whose `show` the page controls. */
export const pageContainer = builtIn(
  'page-container',
  { show: Boolean, round: Boolean, position: String, overlay: { type: Boolean, value: true } },
  (node) => {
    let shown = false
    return {
      update() {
        const { show } = node.props
        node.element.toggleAttribute('hidden', !show)
        if (show === shown) return
        shown = show
        node.fire(show ? 'enter' : 'leave')
        node.fire(show ? 'afterenter' : 'afterleave')
      },
    }
  },
)

export const webView = builtIn('web-view', { src: String }, (node) => {
  const frame = document.createElement('p')
  node.element.append(frame)
  return { update: () => void (frame.textContent = `网页：${node.props.src}`) }
})
