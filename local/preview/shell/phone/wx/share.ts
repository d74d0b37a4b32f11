import { deskAround } from '../phone-control'
import { askDialog } from '../ui/dialog'
import { button, dom } from '../ui/dom'
import { promised } from './api'
import type { PhoneContext } from './phone-context'

interface Card {
  title?: string
  path?: string
  imageUrl?: string
  promise?: Promise<Card>
}

/** Shares the current page: shows the card, and hands it to another phone of the desk. */
export async function sharePage(
  phone: PhoneContext,
  from: 'menu' | 'button',
  target?: object,
): Promise<void> {
  const page = phone.stack.current
  if (!page) return
  const answer = page.call('onShareAppMessage', { from, target }) as Card | undefined
  const card = { ...answer, ...(await answer?.promise) }
  const title = card.title ?? page.title
  const path = card.path ?? page.path
  const others = (deskAround()?.phones() ?? []).filter(({ control }) => control !== window.phone)
  await askDialog<void>({
    label: '转发',
    place: 'sheet',
    dismissed: undefined,
    build: (close) => [
      dom('h2', {}, title),
      dom('p', { class: 'share-path' }, path),
      ...others.map(({ name, number }) =>
        button(`发给${name}`, () => {
          deskAround()?.sendCard({ title, path }, number)
          close()
        }),
      ),
      button('关闭', () => close()),
    ],
  })
}

export function shareApi(): Record<string, unknown> {
  return {
    showShareMenu: promised('showShareMenu', () => undefined),
    hideShareMenu: promised('hideShareMenu', () => undefined),
    updateShareMenu: promised('updateShareMenu', () => undefined),
  }
}
