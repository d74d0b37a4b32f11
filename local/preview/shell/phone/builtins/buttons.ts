import { fileFromPerson } from '../wx/files'
import { askDialog } from '../ui/dialog'
import { button as domButton, dom } from '../ui/dom'
import { reportProblem } from '../ui/notices'
import { makeTappable } from '../engine/keyboard'
import { builtIn, type BuiltInNode } from './define'
import { phoneServices } from './phone-services'

const OPEN_TYPES: Record<string, (node: BuiltInNode) => void | Promise<void>> = {
  share: (node) => phoneServices().share({ ...node.component.dataset }),
  getPhoneNumber: askPhoneNumber,
  getRealtimePhoneNumber: askPhoneNumber,
  chooseAvatar: async (node) => {
    const file = await fileFromPerson('选头像', 'image/*')
    if (file) node.fire('chooseavatar', { avatarUrl: file.path })
  },
  agreePrivacyAuthorization: (node) => {
    node.fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  },
}

async function askPhoneNumber(node: BuiltInNode): Promise<void> {
  const allowed = await askDialog<boolean>({
    label: '手机号授权',
    place: 'sheet',
    dismissed: false,
    build: (close) => [
      dom('h2', {}, '申请获取并验证您的手机号'),
      dom('p', {}, '138****0000（示例）'),
      dom(
        'div',
        { class: 'dialog-actions' },
        domButton('不允许', () => close(false)),
        domButton('允许', () => close(true), { class: 'primary' }),
      ),
    ],
  })
  node.fire(
    'getphonenumber',
    allowed
      ? { code: 'demo-phone-code', errMsg: 'getPhoneNumber:ok' }
      : { errMsg: 'getPhoneNumber:fail user deny' },
  )
}

export const button = builtIn(
  'button',
  {
    type: String,
    size: String,
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    formType: String,
    openType: String,
    name: String,
    lang: String,
    sessionFrom: String,
    sendMessageTitle: String,
    sendMessagePath: String,
    sendMessageImg: String,
    appParameter: String,
    showMessageCard: Boolean,
    hoverClass: { type: String, value: 'button-hover' },
    phoneNumberNoQuotaToast: Boolean,
    needShowEntrance: Boolean,
    entrancePath: String,
    activityType: Number,
  },
  (node) => {
    const { element } = node
    element.setAttribute('role', 'button')
    makeTappable(element)
    const activate = (): void => {
      const { disabled, formType, openType } = node.props
      if (disabled) return
      const form = formType ? element.closest('wx-form') : null
      if (form) form.dispatchEvent(new CustomEvent(`phone-form-${formType}`))
      if (!openType) return
      const act = OPEN_TYPES[openType]
      if (act) void act(node)
      else reportProblem(`<button open-type="${openType}"> 在预览里没有`)
    }
    element.addEventListener('click', activate)
    // a disabled button does not tap
    for (const type of ['touchstart', 'touchend'] as const) {
      element.addEventListener(type, (event) => node.props.disabled && event.stopPropagation())
    }
    return {
      activate,
      update() {
        const { type, size, plain, disabled, loading } = node.props
        element.setAttribute('type', type)
        element.setAttribute('size', size)
        element.toggleAttribute('plain', plain)
        element.toggleAttribute('loading', loading)
        element.toggleAttribute('disabled', disabled)
        if (disabled) element.setAttribute('aria-disabled', 'true')
        else element.removeAttribute('aria-disabled')
      },
    }
  },
)

export const navigator = builtIn(
  'navigator',
  {
    url: String,
    openType: { type: String, value: 'navigate' },
    delta: { type: Number, value: 1 },
    target: String,
    appId: String,
    path: String,
    version: String,
    extraData: null,
    hoverClass: { type: String, value: 'navigator-hover' },
  },
  ({ element, props }) => {
    element.setAttribute('role', 'link')
    makeTappable(element)
    element.addEventListener('click', () => {
      const { url, openType, delta } = props
      phoneServices().navigate(openType, { url, delta })
    })
    return undefined
  },
)
