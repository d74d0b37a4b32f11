import type { Receipt } from '../../../services/case'
import { readCache } from '../../../services/cache'
import { home } from '../../../services/catalog'
import { spokenDate } from '../../../shared/dates'
import { goTab, replace } from '../../../services/navigate'
import { page } from '../../../services/page'

export interface KeptReceipt extends Receipt {
  readonly itemName: string
  /** Papers that are still to be brought. */
  readonly papers: readonly string[]
}

/** 收件回执: number and query code, so that anybody they trust can look it up without a phone. */
page({
  data: { receipt: null as KeptReceipt | null, due: '', phone: '', station: '' },
  methods: {
    onLoad({ id = '' }: { id?: string }) {
      const receipt = readCache<KeptReceipt>(`receipt:${id}`)?.data ?? null
      if (!receipt) {
        replace(`/packages/case/progress/progress?id=${id}`)
        return
      }
      this.setData({ receipt, due: spokenDate(receipt.dueDate) })
      home().then(
        ({ township }) =>
          this.setData({ phone: township.station.phone, station: township.station.name }),
        () => undefined,
      )
    },
    copy() {
      const { receipt } = this.data
      if (receipt)
        void wx.setClipboardData({
          data: `${receipt.itemName} 编号${receipt.number} 查询码${receipt.queryCode}`,
        })
    },
    open() {
      replace(`/packages/case/progress/progress?id=${this.data.receipt?.id ?? ''}`)
    },
    goHome() {
      goTab('/pages/home/home')
    },
  },
})
