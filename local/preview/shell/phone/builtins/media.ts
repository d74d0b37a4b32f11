import { builtIn, type BuiltInNode } from './define'
import { phoneServices } from './phone-services'

const FITS: Record<string, string> = {
  aspectFit: 'contain',
  aspectFill: 'cover',
  center: 'none',
  top: 'none',
  bottom: 'none',
  left: 'none',
  right: 'none',
}

/** The path of the page or component whose WXML wrote this tag: relative paths start there. */
function writtenIn(node: BuiltInNode): string {
  return node.component.ownerShadowRoot?.getHostNode().is ?? ''
}

function picture(node: BuiltInNode): { control: HTMLImageElement; show: (src: string) => void } {
  const control = document.createElement('img')
  control.alt = ''
  control.draggable = false
  node.element.append(control)
  control.addEventListener('load', () => {
    node.fire('load', { width: control.naturalWidth, height: control.naturalHeight })
  })
  control.addEventListener('error', () => {
    node.fire('error', { errMsg: `GET ${control.getAttribute('src') ?? ''} failed` })
  })
  const show = (src: string): void => {
    const url = src ? phoneServices().resourceUrl(src, writtenIn(node)) : ''
    if (control.getAttribute('src') === url || (!url && !control.hasAttribute('src'))) return
    if (url) control.setAttribute('src', url)
    else control.removeAttribute('src')
  }
  return { control, show }
}

export const image = builtIn(
  'image',
  {
    src: String,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: Boolean,
    webp: Boolean,
    showMenuByLongpress: Boolean,
    fadeShow: Boolean,
    fadeIn: Boolean,
  },
  (node) => {
    const { control, show } = picture(node)
    return {
      control,
      update() {
        const { src, mode } = node.props
        node.element.setAttribute('mode', mode)
        control.style.objectFit = FITS[mode] ?? 'fill'
        control.style.objectPosition = FITS[mode] === 'none' ? mode : ''
        show(src)
      },
    }
  },
)

export const coverImage = builtIn('cover-image', { src: String }, (node) => {
  const { control, show } = picture(node)
  return { control, update: () => show(node.props.src) }
})

const ICONS: Record<string, string> = {
  success: '✔',
  success_no_circle: '✔',
  info: 'i',
  warn: '!',
  waiting: '…',
  cancel: '✕',
  clear: '✕',
  download: '↓',
  search: '🔍',
}

export const icon = builtIn(
  'icon',
  { type: String, size: { type: Number, value: 23 }, color: String },
  ({ element, component, props }) => ({
    update() {
      element.textContent = ICONS[props.type] ?? '●'
      component.setNodeStyle(`font-size:${props.size}px;color:${props.color}`, 3)
    },
  }),
)

export const progress = builtIn(
  'progress',
  {
    percent: Number,
    showInfo: Boolean,
    strokeWidth: { type: Number, value: 6 },
    activeColor: { type: String, value: '#09bb07' },
    backgroundColor: { type: String, value: '#ebebeb' },
    active: Boolean,
    borderRadius: null,
  },
  ({ element, props }) => {
    const track = document.createElement('div')
    const bar = track.appendChild(document.createElement('div'))
    const info = document.createElement('span')
    track.className = 'progress-track'
    element.setAttribute('role', 'progressbar')
    element.append(track, info)
    return {
      update() {
        const { percent, showInfo, strokeWidth, activeColor, backgroundColor } = props
        element.setAttribute('aria-valuenow', String(percent))
        track.style.cssText = `height:${strokeWidth}px;background:${backgroundColor}`
        bar.style.cssText = `height:100%;width:${percent}%;background:${activeColor}`
        info.textContent = showInfo ? `${percent}%` : ''
      },
    }
  },
)

export const video = builtIn(
  'video',
  { src: String, controls: { type: Boolean, value: true }, poster: String },
  (node) => {
    const control = document.createElement('video')
    node.element.append(control)
    return {
      control,
      update() {
        const { src, controls } = node.props
        control.controls = controls
        const url = src && phoneServices().resourceUrl(src, writtenIn(node))
        if (url) control.src = url
      },
    }
  },
)

/** `type="2d"`: the query's `node` is the browser's own canvas inside. */
export const canvas = builtIn(
  'canvas',
  { type: String, canvasId: String, disableScroll: Boolean },
  ({ element }) => {
    const control = document.createElement('canvas')
    element.append(control)
    return { control }
  },
)

/** No map here: a sheet of paper that says where its middle is. */
export const map = builtIn(
  'map',
  { latitude: Number, longitude: Number, markers: null, scale: Number, showLocation: Boolean },
  ({ element, props }) => ({
    update: () => void (element.textContent = `地图 ${props.latitude}, ${props.longitude}`),
  }),
)
