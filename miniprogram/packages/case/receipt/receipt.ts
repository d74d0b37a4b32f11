import { act, actState } from '../../../services/act'
import type { Receipt } from '../../../services/case'
import { readCache } from '../../../services/cache'
import { home } from '../../../services/catalog'
import { PRINT_WORDS, printSheet } from '../../../services/document'
import { spokenDate } from '../../../shared/dates'
import { goTab, replace } from '../../../services/navigate'
import { qrImage } from '../../../services/qr'
import { page } from '../../../services/page'

export interface KeptReceipt extends Receipt {
  readonly itemName: string
  /** Papers that are still to be brought. */
  readonly papers: readonly string[]
}

/** 收件回执: number and query code, so that anybody they trust can look it up without a phone. */
page({
  data: {
    ...actState(),
    receipt: null as KeptReceipt | null,
    due: '',
    qr: '',
    phone: '',
    station: '',
    atWork: false,
  },
  methods: {
    onLoad({ id = '', from = '' }: { id?: string; from?: string }) {
      this.setData({ atWork: from === 'office' })
      const receipt = readCache<KeptReceipt>(`receipt:${id}`)?.data ?? null
      if (!receipt) {
        replace(`/packages/case/progress/progress?id=${id}`)
        return
      }
      const { number, queryCode, dueDate } = receipt
      const qr = qrImage(`case:${number}:${queryCode}`)
      this.setData({ receipt, due: spokenDate(dueDate), qr })
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
    async print() {
      const { id = '' } = this.data.receipt ?? {}
      await act(this, PRINT_WORDS, () => printSheet(id, 'receipt'))
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    open() {
      replace(`/packages/case/progress/progress?id=${this.data.receipt?.id ?? ''}`)
    },
    /** At the counter: the next person. */
    another() {
      replace('/packages/office/intake/intake')
    },
    toInbox() {
      replace('/packages/office/inbox/inbox')
    },
    goHome() {
      goTab('/pages/home/home')
    },
  },
})
