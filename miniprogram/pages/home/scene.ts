import { chooseVillage } from '../../services/account'
import { go } from '../../services/navigate'

/**
 * Mini-program codes on paper carry a scene: `i=MZ-01` a matter of the handbook, `v=v07` the door of
 * a village's room, `w=3` a window's desk card (which only opens the home page so far).
 */
export function openScene(query: Record<string, string | undefined>): void {
  const scene = decodeURIComponent(query.scene ?? '')
  const [kind = '', value = ''] = scene.split('=')
  if (kind === 'i' && /^[A-Z]{2,4}-\d{2,3}$/.test(value)) {
    go(`/packages/guide/item/item?code=${value}`)
  }
  if (kind === 'v' && /^[a-z0-9-]{1,10}$/.test(value)) chooseVillage(value)
}
