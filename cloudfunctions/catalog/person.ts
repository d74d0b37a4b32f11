import { presenceOn } from '../core/domain/whereabouts'
import type { Account, Whereabouts } from '../core/store/documents/account'
import type { BusinessDate } from '../../miniprogram/shared/dates'

/** 挂牌亮像: name, post, office phone, whether they are in today. No reason, no position. */
export function personView(account: Account, today: BusinessDate) {
  const { staff } = account
  if (!staff) return []
  const { id, name, post, phone, window, departmentName } = staff
  const whereabouts = presenceOn<Whereabouts, Whereabouts>(account, today)
  return [{ id, name, post, phone, window, departmentName, whereabouts }]
}
