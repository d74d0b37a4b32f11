import { builtIn, type BuiltIn, type BuiltInNode } from './define'
import { textOf } from './text-of'

const PROPERTIES = {
  value: null,
  type: { type: String, value: 'text' },
  password: Boolean,
  placeholder: String,
  placeholderStyle: String,
  placeholderClass: { type: String, value: 'input-placeholder' },
  disabled: Boolean,
  maxlength: { type: Number, value: 140 },
  focus: Boolean,
  autoFocus: Boolean,
  confirmType: String,
  confirmHold: Boolean,
  name: String,
  autoHeight: Boolean,
  cursor: Number,
  cursorSpacing: Number,
  adjustPosition: Boolean,
  holdKeyboard: Boolean,
  fixed: Boolean,
  showConfirmBar: Boolean,
  alwaysEmbed: Boolean,
  selectionStart: Number,
  selectionEnd: Number,
  disableDefaultPadding: Boolean,
  cursorColor: String,
  safePasswordCertPath: String,
  safePasswordLength: Number,
  safePasswordTimeStamp: Number,
  safePasswordNonce: String,
  safePasswordSalt: String,
  safePasswordCustomHash: String,
} as const

type FieldNode = BuiltInNode<{ -readonly [N in keyof typeof PROPERTIES]: (typeof PROPERTIES)[N] }>

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal' }

function setUpField(node: FieldNode, tag: 'input' | 'textarea') {
  const control = document.createElement(tag)
  // WeChat styles the placeholder by class, which the browser's own cannot take
  const placeholder = document.createElement('span')
  placeholder.className = 'field-placeholder'
  placeholder.setAttribute('aria-hidden', 'true')
  node.element.append(placeholder, control)
  let focusAsked = false

  const showPlaceholder = (): void => {
    placeholder.hidden = control.value !== ''
  }
  const grow = (): void => {
    if (!node.props.autoHeight) return
    control.style.height = 'auto'
    control.style.height = `${control.scrollHeight}px`
    node.component.setNodeStyle('height:auto', 3)
  }
  const keepNative = (event: Event): void => event.stopPropagation()

  control.addEventListener('input', (event) => {
    keepNative(event)
    if (event instanceof InputEvent && event.isComposing) return showPlaceholder()
    node.set('value', control.value)
    node.fire('input', { value: control.value, cursor: control.selectionStart ?? 0, keyCode: 0 })
    showPlaceholder()
    grow()
  })
  // Larger letters need more lines: WeChat measures again by itself.
  new ResizeObserver(() => grow()).observe(placeholder)
  control.addEventListener('compositionend', () => control.dispatchEvent(new Event('input')))
  control.addEventListener('change', keepNative)
  control.addEventListener('focus', () => node.fire('focus', { value: control.value, height: 0 }))
  control.addEventListener('blur', () => node.fire('blur', { value: control.value, cursor: 0 }))
  control.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Enter' || tag === 'textarea') return
    node.fire('confirm', { value: control.value })
  })

  return {
    control,
    value: () => control.value,
    reset() {
      control.value = ''
      node.set('value', '')
    },
    activate: () => control.focus(),
    update() {
      const { props } = node
      const value = textOf(props.value)
      if (control.value !== value) control.value = value
      control.placeholder = props.placeholder
      control.disabled = props.disabled
      if (props.maxlength >= 0) control.maxLength = props.maxlength
      else control.removeAttribute('maxlength')
      if (control instanceof HTMLInputElement) {
        control.type = props.password || props.type === 'safe-password' ? 'password' : 'text'
        control.inputMode = KEYBOARDS[props.type] ?? 'text'
      }
      placeholder.textContent = props.placeholder
      placeholder.style.cssText = props.placeholderStyle
      placeholder.className = `field-placeholder ${scopedClasses(node)}`
      const focus = props.focus || props.autoFocus
      if (focus && !focusAsked) control.focus()
      focusAsked = focus
      showPlaceholder()
      grow()
    },
  }
}

/** The placeholder's class as the page's style sheet spells it, with the page's scope. */
function scopedClasses(node: FieldNode): string {
  const host = node.component.ownerShadowRoot?.getHostNode()
  const scope = host?.getComponentOptions().styleScope
  const manager = host?.getRootBehavior().ownerSpace.styleScopeManager
  const prefix = scope === null || scope === undefined ? '' : manager?.queryName(scope)
  return node.props.placeholderClass
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => (prefix ? `${prefix}--${name}` : name))
    .join(' ')
}

const field = (tag: 'input' | 'textarea'): BuiltIn =>
  builtIn(tag, PROPERTIES, (node) => setUpField(node as unknown as FieldNode, tag))

export const input = field('input')
export const textarea = field('textarea')
