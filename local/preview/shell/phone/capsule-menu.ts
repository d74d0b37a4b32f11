import { askActionSheet } from './wx/interaction'
import type { PhoneContext } from './wx/phone-context'
import { sharePage } from './wx/share'

/** The capsule's menu: what the current page offers. */
export async function openCapsuleMenu(phone: PhoneContext): Promise<void> {
  const page = phone.stack.current
  const choices: [string, () => void][] = []
  if (page?.has('onShareAppMessage')) {
    choices.push(['转发给朋友', () => void sharePage(phone, 'menu')])
  }
  if (page?.canPullDown) choices.push(['下拉刷新', () => page.startPullDown()])
  choices.push(['重新进入小程序', () => location.reload()])
  const chosen = await askActionSheet(
    '菜单',
    choices.map(([text]) => text),
  )
  if (chosen !== undefined) choices[chosen]?.[1]()
}
