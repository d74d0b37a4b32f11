import type { Holder } from '../store/documents/case'
import type { KnownCall } from './action'

/** 首问负责 and who has it now: name, post and office phone of the caller. */
export function holderOf({ caller }: Pick<KnownCall, 'caller'>): Holder {
  const { staff } = caller.account
  return {
    account: caller.id,
    name: caller.name,
    post: staff?.post ?? '',
    phone: staff?.phone ?? '',
  }
}
