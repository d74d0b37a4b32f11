import { chooseVillage } from '../../services/account'
import { go } from '../../services/navigate'

/**
 * Mini-program codes on paper carry a scene: `i=MZ-01` a matter of the handbook, `v=v07` the door of
 * a village's room, `w=3` a window's desk card.
 */
export function openScene(query: Record<string, string | undefined>): void {
  const scene = sceneOf(decodeURIComponent(query.scene ?? query.q ?? ''))
  const [kind = '', value = ''] = scene.split('=')
  if (kind === 'i' && /^[A-Z]{2,4}-\d{2,3}$/.test(value)) {
    go(`/packages/guide/item/item?code=${value}`)
  }
  if (kind === 'w' && /^[1-9]\d?$/.test(value)) go(`/packages/rating/desk/desk?w=${value}`)
  if (kind === 'v' && /^[a-z0-9-]{1,10}$/.test(value)) chooseVillage(value)
}

/** A plain link on paper (`https://…?i=MZ-01`) arrives whole. */
const sceneOf = (text: string): string => text.slice(text.indexOf('?') + 1)
