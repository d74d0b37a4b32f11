import { phoneSettings } from '../phone-settings'
import { askDialog } from '../ui/dialog'
import { button, dom } from '../ui/dom'
import { ApiFailure, promised } from './api'
import { phoneFetch } from './network'
import { loadTemplateTitles } from './template-titles'

type Decision = 'accept' | 'reject'

/** WeChat's own limit. */
const MOST_TEMPLATES = 3

async function ask(ids: string[]): Promise<Record<string, Decision>> {
  const known = await loadTemplateTitles()
  const boxes = ids.map((id) => ({ id, box: dom('input', { type: 'checkbox', checked: true }) }))
  const allowed = await askDialog<boolean>({
    label: '订阅消息',
    place: 'sheet',
    dismissed: false,
    build: (close) => [
      dom('h2', {}, '允许发送一次以下消息'),
      ...boxes.map(({ id, box }) => dom('label', { class: 'dialog-row' }, box, known[id] ?? id)),
      dom(
        'div',
        { class: 'dialog-actions' },
        button('取消', () => close(false)),
        button('允许', () => close(true), { class: 'primary' }),
      ),
    ],
  })
  return Object.fromEntries(
    boxes.map(({ id, box }) => [id, allowed && box.checked ? 'accept' : 'reject']),
  )
}

/** The subscribe dialog: each template accepted or refused, told to the server's permit ledger. */
export function subscribeApi(): Record<string, unknown> {
  return {
    requestSubscribeMessage: promised(
      'requestSubscribeMessage',
      async ({ tmplIds = [] }: { tmplIds?: string[] }) => {
        if (tmplIds.length === 0) throw new ApiFailure('TmplIds is empty', { errCode: 10001 })
        if (tmplIds.length > MOST_TEMPLATES) {
          throw new ApiFailure('Templates count out of max bounds', { errCode: 20003 })
        }
        if (!navigator.userActivation.isActive) {
          throw new ApiFailure('can only be invoked by user TAP gesture.')
        }
        const templates = await ask(tmplIds)
        await phoneFetch('/wx/subscribe', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ openid: phoneSettings().openid, templates }),
        })
        return templates
      },
    ),
  }
}
